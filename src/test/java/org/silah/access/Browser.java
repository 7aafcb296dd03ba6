package org.silah.access;

import jakarta.servlet.http.Cookie;
import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** What a browser does between two pages: it keeps cookies and sends a form's hidden token with the form. */
public final class Browser {

  private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

  private final MockMvcTester web;
  private final Map<String, Cookie> cookies = new LinkedHashMap<>();
  private final List<String> headers = new ArrayList<>();
  private String token = "";

  public Browser(MockMvcTester web) {
    this.web = web;
  }

  /** Another window with the same cookies. */
  public Browser copy() {
    var copy = new Browser(web);
    copy.cookies.putAll(cookies);
    copy.headers.addAll(headers);
    copy.token = token;
    return copy;
  }

  /** Sent with each request from now on. */
  public Browser with(String header, String value) {
    headers.add(header);
    headers.add(value);
    return this;
  }

  public MvcTestResult get(String path) {
    var answer = send(HttpMethod.GET, path, Map.of());
    var found = TOKEN.matcher(body(answer));
    if (found.find()) {
      token = found.group(1);
    }
    return answer;
  }

  /** Sends this token from now on instead of the page's. */
  public Browser withToken(String token) {
    this.token = token;
    return this;
  }

  /** @param fields names and values in turn */
  public MvcTestResult post(String path, String... fields) {
    var form = new LinkedHashMap<String, List<String>>();
    form.put("_csrf", List.of(token));
    for (int i = 0; i < fields.length; i += 2) {
      form.computeIfAbsent(fields[i], _ -> new ArrayList<>()).add(fields[i + 1]);
    }
    return send(HttpMethod.POST, path, form);
  }

  /** @param fields names and values in turn */
  public MvcTestResult upload(String path, String box, String fileName, byte[] bytes, String... fields) {
    return upload(path, box, Map.of(fileName, bytes), fields);
  }

  /**
   * @param files by their names
   * @param fields names and values in turn
   */
  public MvcTestResult upload(String path, String box, Map<String, byte[]> files, String... fields) {
    var request = web.post().uri(URI.create(path)).multipart().content(new byte[files.values().stream().mapToInt(bytes -> bytes.length).sum()]).param("_csrf", token);
    for (var file : files.entrySet()) {
      request = request.file(new MockMultipartFile(box, file.getKey(), "application/octet-stream", file.getValue()));
    }
    if (!cookies.isEmpty()) {
      request = request.cookie(cookies.values().toArray(Cookie[]::new));
    }
    for (int i = 0; i < fields.length; i += 2) {
      request = request.param(fields[i], fields[i + 1]);
    }
    return request.exchange();
  }

  public Browser signIn(String username, String password) {
    get("/sign-in");
    var answer = post("/sign-in", "username", username, "password", password);
    if (answer.getResponse().getStatus() != 302) {
      throw new AssertionError("not signed in: " + answer.getResponse().getStatus() + " " + body(answer));
    }
    get("/account");
    return this;
  }

  public String cookie(String name) {
    return cookies.containsKey(name) ? cookies.get(name).getValue() : null;
  }

  public void setCookie(String name, String value) {
    cookies.put(name, new Cookie(name, value));
  }

  public static String body(MvcTestResult answer) {
    return new String(answer.getResponse().getContentAsByteArray(), java.nio.charset.StandardCharsets.UTF_8);
  }

  private MvcTestResult send(HttpMethod method, String path, Map<String, List<String>> form) {
    var request = web.method(method).uri(URI.create(path));
    if (!cookies.isEmpty()) {
      request = request.cookie(cookies.values().toArray(Cookie[]::new));
    }
    for (int i = 0; i < headers.size(); i += 2) {
      request = request.header(headers.get(i), headers.get(i + 1));
    }
    for (var field : form.entrySet()) {
      request = request.param(field.getKey(), field.getValue().toArray(String[]::new));
    }
    var answer = request.exchange();
    // Spring Session writes its cookie as a header
    answer.getResponse().getHeaders(HttpHeaders.SET_COOKIE).forEach(this::keep);
    return answer;
  }

  private void keep(String header) {
    var pair = header.split(";", 2)[0].split("=", 2);
    if (header.contains("Max-Age=0")) {
      cookies.remove(pair[0]);
    } else {
      cookies.put(pair[0], new Cookie(pair[0], pair[1]));
    }
  }
}
