package org.normlab.report.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.normlab.report.data.Origin.FileDigest;
import org.normlab.report.text.Sha256;

/** Downloads from a server of the test's own. */
class DownloadTest {
    private static final String NAME = "train-images-idx3-ubyte";
    private static final byte[] CONTENT = "the published content".repeat(50).getBytes(StandardCharsets.UTF_8);
    private static final byte[] PACKED = DamagedFilesTest.gzip(CONTENT);

    private final List<String> asked = new CopyOnWriteArrayList<>();
    private HttpServer server;
    private Download download;

    @TempDir
    Path folder;

    @BeforeEach
    void serve() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/good/" + NAME + ".gz", this::answer);
        server.createContext(
                "/other/" + NAME + ".gz", exchange -> send(exchange, 200, DamagedFilesTest.gzip(new byte[9]), 0));
        server.start();
        download = new Download(
                List.of(new FileDigest(NAME, Sha256.hex(CONTENT))), folder.resolve("set"), "try another way");
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    private void answer(HttpExchange exchange) throws IOException {
        String range = exchange.getRequestHeaders().getFirst("Range");
        asked.add(range);
        int from = Integer.parseInt(range.replaceAll("[^0-9]", ""));
        send(exchange, from == 0 ? 200 : from < PACKED.length ? 206 : 416, PACKED, Math.min(from, PACKED.length));
    }

    private static void send(HttpExchange exchange, int status, byte[] bytes, int from) throws IOException {
        byte[] rest = Arrays.copyOfRange(bytes, from, bytes.length);
        exchange.sendResponseHeaders(status, rest.length == 0 ? -1 : rest.length);
        try (var body = exchange.getResponseBody()) {
            body.write(rest);
        }
    }

    private URI address(String path) {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/" + path + "/");
    }

    private void stall(HttpExchange exchange) throws IOException {
        exchange.sendResponseHeaders(200, PACKED.length);
        exchange.getResponseBody().write(PACKED, 0, 5);
        exchange.getResponseBody().flush(); // and nothing more, until the server stops
    }

    private void assertComplete() throws IOException {
        assertThat(folder.resolve("set").resolve(NAME)).hasBinaryContent(CONTENT);
        try (var files = Files.list(folder.resolve("set"))) {
            assertThat(files).hasSize(1);
        }
    }

    @Test
    @Timeout(30)
    void aServerThatFallsSilentMidwayIsLeftAndTheRestComesFromTheNext() throws IOException {
        server.createContext("/silent/" + NAME + ".gz", this::stall);
        new Download(download.files(), download.folder(), "", Duration.ofMillis(500))
                .get(List.of(address("silent"), address("good")));
        assertComplete();
        assertThat(asked).containsExactly("bytes=5-");
    }

    @Test
    void fetchesUnpacksAndChecksThenAsksNoMore() throws IOException {
        download.get(List.of(address("good")));
        assertComplete();
        download.get(List.of(address("good")));
        assertThat(asked).containsExactly("bytes=0-");
    }

    @Test
    void goesOnWhereItBrokeOff() throws IOException {
        Files.createDirectory(folder.resolve("set"));
        Path part = folder.resolve("set").resolve(NAME + ".gz.part");
        Files.write(part, Arrays.copyOf(PACKED, 17));
        download.get(List.of(address("good")));
        assertComplete();
        Files.delete(folder.resolve("set").resolve(NAME));
        Files.write(part, PACKED);
        download.get(List.of(address("good")));
        assertComplete();
        assertThat(asked).containsExactly("bytes=17-", "bytes=" + PACKED.length + "-");
    }

    @Test
    void passesOverAddressesThatFailOrLie() throws IOException {
        download.get(List.of(address("absent"), address("other"), address("good")));
        assertComplete();
    }

    @Test
    void saysWhatElseToDoWhenNothingHelps() throws IOException {
        assertThatThrownBy(() -> download.get(List.of(address("absent"), address("other"))))
                .hasMessageContaining("HTTP 404")
                .hasMessageContaining("sha256")
                .hasMessageEndingWith("; try another way");
        try (var files = Files.list(folder.resolve("set"))) {
            assertThat(files).isEmpty();
        }
    }

    @Test
    void takesTheUsersOwnCopiesButNoOthers() throws IOException {
        assertThatThrownBy(() -> download.from(folder)).hasMessageContaining(NAME);
        Path copy = Files.write(folder.resolve("train-images.idx3-ubyte"), CONTENT);
        download.from(folder);
        assertComplete();
        Files.write(copy, new byte[5]);
        assertThatThrownBy(() -> download.from(folder)).hasMessageContaining("sha256");
        assertComplete();
    }

    @Test
    void fullSetsAreAbsentUntilFetched() {
        assertThat(FullSet.named("mnist")).contains(FullSet.MNIST);
        assertThatThrownBy(() -> FullSet.FASHION.getFrom(folder)).hasMessageContaining(NAME);
        assertThat(FullSet.MNIST.folder().toString()).endsWith("mnist");
    }
}
