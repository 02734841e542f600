// Starts telegram-test-api on the port given as the first argument.
const TelegramServer = require('telegram-test-api');

new TelegramServer({ host: '127.0.0.1', port: Number(process.argv[2]), storeTimeout: 600 }).start();
