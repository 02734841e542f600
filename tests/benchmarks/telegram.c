/* Telegram in small, for benchmarks: brings updates to a bot by its webhook, and answers what the bot calls.
 *
 *   telegram PORT HOOK_PORT HOOK_PATH SECRET WINDOW RATE DELAY_MS UPDATES
 *
 * Listens on PORT (prints "ready"), and after a line on standard input posts the lines of the file UPDATES to the
 * hook, over 40 connections. WINDOW: how many may wait for their answer; RATE: how many a second, 0 for as many as
 * go; DELAY_MS: what every answer to a call takes. An update counts as answered by the first message or picture
 * sent to its chat; only then the next of that chat is posted. Prints one line at the end: updates, seconds, then
 * median, 99th percentile and maximum in milliseconds.
 * With WINDOW 0 an update counts as answered by the answer to its post: what the program can do alone.
 */
#define _GNU_SOURCE
#include <arpa/inet.h>
#include <fcntl.h>
#include <netinet/tcp.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/epoll.h>
#include <time.h>
#include <unistd.h>

enum { HOOKS = 40, MOST_FDS = 4096, ROOM = 1 << 16, MOST_CHATS = 1 << 18, MOST_DELAYED = 1 << 16 };

typedef struct { int fd, hook, busy, len; char buf[ROOM]; } Conn;
typedef struct { double at; int fd; const char *body; } Delayed;

static Conn *conns[MOST_FDS], *hooks[HOOKS];
static Delayed delayed[MOST_DELAYED];
static unsigned first_delayed, last_delayed;
static double begun[MOST_CHATS], *took;
static char **updates;
static int *chat_of, count, next_update, answered, posted, epfd, window, hook_port;
static double delay, pace, origin;
static char head[512], info[512];

static double now(void) {
    struct timespec t;
    clock_gettime(CLOCK_MONOTONIC, &t);
    return t.tv_sec + t.tv_nsec / 1e9;
}

static void fail(const char *why) { perror(why); exit(1); }

static Conn *add(int fd, int hook) {
    int on = 1;
    struct epoll_event event = {.events = EPOLLIN, .data.fd = fd};
    setsockopt(fd, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
    fcntl(fd, F_SETFL, O_NONBLOCK);
    epoll_ctl(epfd, EPOLL_CTL_ADD, fd, &event);
    if (!conns[fd]) conns[fd] = malloc(sizeof(Conn));
    conns[fd]->fd = fd, conns[fd]->hook = hook, conns[fd]->busy = conns[fd]->len = 0;
    return conns[fd];
}

static int dial(int port) {
    struct sockaddr_in to = {.sin_family = AF_INET, .sin_port = htons(port)};
    int fd = socket(AF_INET, SOCK_STREAM, 0);
    to.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    if (connect(fd, (struct sockaddr *)&to, sizeof to)) fail("connect");
    return fd;
}

static int listen_on(int port) {
    struct sockaddr_in at = {.sin_family = AF_INET, .sin_port = htons(port)};
    int fd = socket(AF_INET, SOCK_STREAM, 0), on = 1;
    struct epoll_event event = {.events = EPOLLIN, .data.fd = fd};
    at.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    setsockopt(fd, SOL_SOCKET, SO_REUSEADDR, &on, sizeof on);
    if (bind(fd, (struct sockaddr *)&at, sizeof at) || listen(fd, 1024)) fail("listen");
    epoll_ctl(epfd, EPOLL_CTL_ADD, fd, &event);
    return fd;
}

static void say(int fd, const char *body) {
    char out[1024];
    int len = snprintf(out, sizeof out,
        "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: %zu\r\n\r\n%s", strlen(body), body);
    if (write(fd, out, len) != len) { /* the bot has gone */ }
}

static void settle(int chat) {
    if (chat < 0 || chat >= MOST_CHATS || !begun[chat]) return;
    took[answered++] = now() - begun[chat];
    begun[chat] = 0;
}

static int chat_in(const char *text) { /* JSON, form and multipart alike: the first number after chat_id */
    const char *at = strstr(text, "chat_id"), *part;
    if (!at) return -1;
    if (at > text && at[-1] == '"' && at[7] == '"' && at[8] == '\r' && (part = strstr(at, "\r\n\r\n"))) at = part;
    return atoi(at + strcspn(at, "0123456789"));
}

static const char *answer_to(const char *path, const char *body) {
    if (strcasestr(path, "/sendMessage") || strcasestr(path, "/sendPhoto")) {
        settle(chat_in(body));
        return "{\"ok\":true,\"result\":{\"message_id\":1,\"date\":1,\"chat\":{\"id\":1,\"type\":\"private\"}}}";
    }
    if (strcasestr(path, "/getMe"))
        return "{\"ok\":true,\"result\":{\"id\":123456789,\"is_bot\":true,\"first_name\":\"C\",\"username\":\"c_bot\"}}";
    if (strcasestr(path, "/getWebhookInfo")) return info;
    if (strcasestr(path, "/getMyCommands")) return "{\"ok\":true,\"result\":[]}";
    if (strcasestr(path, "/getMyDescription")) return "{\"ok\":true,\"result\":{\"description\":\"\"}}";
    if (strcasestr(path, "/getMyShortDescription")) return "{\"ok\":true,\"result\":{\"short_description\":\"\"}}";
    return "{\"ok\":true,\"result\":true}";
}

static void post(Conn *conn) { /* write the next update, if one may be under way */
    double at = now();
    int full = window && next_update - answered >= window, early = pace && at - origin < next_update / pace;
    if (conn->busy || next_update >= count || full || early || begun[chat_of[next_update]]) return;
    char out[ROOM];
    int len = snprintf(out, sizeof out, "%s%zu\r\n\r\n%s", head, strlen(updates[next_update]), updates[next_update]);
    begun[chat_of[next_update++]] = at;
    conn->busy = 1 + chat_of[next_update - 1];
    if (write(conn->fd, out, len) != len) fail("post");
}

static char *end_of(Conn *conn) { /* of one whole HTTP message; NULL while it is not all there */
    char *body = strstr(conn->buf, "\r\n\r\n"), *length;
    if (!body) return NULL;
    *body = 0, length = strcasestr(conn->buf, "\r\nContent-Length:"), *body = '\r';
    if (length) return body + 4 + atoi(length + 17) <= conn->buf + conn->len ? body + 4 + atoi(length + 17) : NULL;
    if (!strcasestr(conn->buf, "\r\nTransfer-Encoding:") || strcasestr(conn->buf, "\r\nTransfer-Encoding:") > body)
        return body + 4;
    return (body = strstr(body, "\r\n0\r\n\r\n")) ? body + 7 : NULL;
}

static void take(Conn *conn) {
    char *end;
    while (conn->len && (end = end_of(conn))) {
        char kept = *end, *path = strchr(conn->buf, ' ');
        *end = 0;
        if (conn->hook) {
            if (strncmp(conn->buf, "HTTP/1.1 200", 12)) fprintf(stderr, "%.40s\n", conn->buf), exit(1);
            if (!window) settle(conn->busy - 1);
            conn->busy = 0, posted++;
        } else {
            const char *answer = answer_to(path ? path : "", strstr(conn->buf, "\r\n\r\n"));
            Delayed later = {now() + delay, conn->fd, answer};
            if (delay) delayed[last_delayed++ % MOST_DELAYED] = later;
            else say(conn->fd, answer);
        }
        *end = kept;
        conn->len -= end - conn->buf;
        memmove(conn->buf, end, conn->len + 1);
    }
    if (conn->hook) post(conn);
}

static void redial(Conn *conn) { /* a connection that had nothing to do for too long is closed by the bot */
    if (conn->busy) fail("the bot hung up");
    for (int i = 0; i < HOOKS; i++)
        if (hooks[i] == conn) {
            hooks[i] = add(dial(hook_port), 1);
            return;
        }
}

static void receive(int fd) {
    Conn *conn = conns[fd];
    int got = read(fd, conn->buf + conn->len, ROOM - 1 - conn->len);
    if (got <= 0) {
        close(fd);
        if (conn->hook && answered < count) redial(conn);
        return;
    }
    conn->len += got, conn->buf[conn->len] = 0;
    take(conn);
}

static void load(const char *file) {
    FILE *in = fopen(file, "r");
    char *line = NULL;
    size_t size = 0;
    ssize_t len;
    if (!in) fail(file);
    updates = malloc(sizeof(char *) << 20), chat_of = malloc(sizeof(int) << 20), took = malloc(sizeof(double) << 20);
    while ((len = getline(&line, &size, in)) > 0 && count < 1 << 20) {
        line[len - 1] = 0, updates[count] = strdup(line);
        chat_of[count++] = atoi(strstr(line, "\"chat\":{\"id\":") + 13) % MOST_CHATS;
    }
    fclose(in);
}

static int by_size(const void *a, const void *b) { return (*(double *)a > *(double *)b) - (*(double *)a < *(double *)b); }

static void report(double seconds) {
    qsort(took, answered, sizeof *took, by_size);
    printf("%d %.6f %.3f %.3f %.3f\n", answered, seconds, took[answered / 2] * 1e3,
           took[(int)(answered * .99)] * 1e3, took[answered - 1] * 1e3);
    fflush(stdout);
}

int main(int argc, char **argv) {
    if (argc != 9) return fprintf(stderr, "see the head of telegram.c\n"), 2;
    int door, n, i, going = 0;
    struct epoll_event events[256], input = {.events = EPOLLIN, .data.fd = 0};
    hook_port = atoi(argv[2]), window = atoi(argv[5]), pace = atof(argv[6]), delay = atof(argv[7]) / 1e3;
    load(argv[8]);
    snprintf(head, sizeof head, "POST %s HTTP/1.1\r\nHost: bot\r\nContent-Type: application/json\r\n"
             "X-Telegram-Bot-Api-Secret-Token: %s\r\nContent-Length: ", argv[3], argv[4]);
    snprintf(info, sizeof info, "{\"ok\":true,\"result\":{\"url\":\"http://127.0.0.1:%d%s\","
             "\"has_custom_certificate\":false,\"pending_update_count\":0}}", hook_port, argv[3]);
    epfd = epoll_create1(0), door = listen_on(atoi(argv[1]));
    epoll_ctl(epfd, EPOLL_CTL_ADD, 0, &input);
    puts("ready"), fflush(stdout);
    for (;;) {
        int busy = going && answered < count && (pace || first_delayed != last_delayed);
        n = epoll_wait(epfd, events, 256, busy ? 1 : 1000);
        for (i = 0; i < n; i++) {
            int fd = events[i].data.fd;
            if (fd == door) add(accept(door, NULL, NULL), 0);
            else if (fd == 0) {
                char line[64];
                if (going || read(0, line, sizeof line) <= 0) return 0;
                for (going = 1; going <= HOOKS; going++) hooks[going - 1] = add(dial(hook_port), 1);
                origin = now();
            } else receive(fd);
        }
        while (first_delayed != last_delayed && delayed[first_delayed % MOST_DELAYED].at <= now()) {
            say(delayed[first_delayed % MOST_DELAYED].fd, delayed[first_delayed % MOST_DELAYED].body);
            first_delayed++;
        }
        for (i = 0; going && answered < count && i < HOOKS; i++) post(hooks[i]);
        if (going && answered == count && posted >= count) report(now() - origin), answered = count + 1;
    }
}
