-- Which claim holds a delivery that is being sent; empty once nobody does.
ALTER TABLE deliveries ADD COLUMN lease TEXT;
