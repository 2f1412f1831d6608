//! Serves the pages from this machine: `www/` at `/`, `pkg/` at `/pkg/`, to this machine alone.
//!
//! A thread a connection, one answer each. tiny_http would queue a request behind a connection on which nothing is asked,
//! and a framework for the web would be a minute of everybody's first build.

use std::fs;
use std::io::{Read, Write};
use std::net::{Shutdown, TcpListener, TcpStream};
use std::path::{Path, PathBuf};
use std::thread;
use std::time::Duration;

use anyhow::{Context, Result, anyhow, bail};

/// Nothing but our own files, and WebAssembly. `frame-ancestors` works as a header alone, so it is
/// here and not in the pages' own `<meta>`. Firefox counts a file that a frame hands over, `blob:`, among the frames.
const CONTENT_SECURITY_POLICY: &str = "default-src 'none'; \
    script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; img-src 'self' data:; connect-src 'self'; \
    frame-src 'self' blob:; font-src 'self'; manifest-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'self'";

const FIRST_PORT: u16 = 8080;
const PORTS_TRIED: u16 = 100;

/// Longer than a browser holds a connection ready on which it has not yet asked.
const PATIENCE: Duration = Duration::from_secs(300);
const LONGEST_HEAD: usize = 64 * 1024;
const MOST_HEADERS: usize = 64;

#[derive(Debug, PartialEq)]
pub struct Options {
    /// The first port to try; 0 lets the system choose.
    pub port: u16,
    /// Serve `pkg/` as it is, fresh or not.
    pub as_is: bool,
}

impl Options {
    pub fn parse(words: &[&str]) -> Result<Self> {
        let mut options = Self { port: FIRST_PORT, as_is: false };
        let mut words = words.iter();
        while let Some(word) = words.next() {
            match *word {
                "--as-is" => options.as_is = true,
                "--port" => {
                    let port = words.next().context("--port needs a number")?;
                    options.port = port.parse().with_context(|| format!("`{port}` is not a port"))?;
                }
                other => bail!("`{other}` is not an option of serve"),
            }
        }
        Ok(options)
    }
}

pub fn run(options: &Options) -> Result<()> {
    if !options.as_is && !crate::sources::pkg_can_be_served()? {
        println!("pkg/ is older than its sources: building it");
        crate::package::build(true)?;
    }
    let server = listen(options.port)?;
    let address = server.local_addr()?;
    println!("Serving the pages on http://{address}/ (Ctrl-C stops)");
    for connection in server.incoming() {
        let Ok(connection) = connection else { continue };
        // A thread for each, without a limit that some could fill: a browser opens connections on which it asks nothing
        // yet, and a visitor who reads slowly holds nobody else up. One that has gone meanwhile is nobody's fault.
        thread::spawn(move || drop(answer(&connection)));
    }
    Ok(())
}

/// Reads what is asked on a connection, answers, and ends the connection.
fn answer(mut connection: &TcpStream) -> std::io::Result<()> {
    connection.set_read_timeout(Some(PATIENCE))?;
    connection.set_write_timeout(Some(PATIENCE))?;
    let Some(head) = read_head(connection)? else {
        return Ok(());
    };
    let mut headers = [httparse::EMPTY_HEADER; MOST_HEADERS];
    let mut request = httparse::Request::new(&mut headers);
    let response = match (request.parse(&head), request.method, request.path) {
        (Ok(_), Some(method), Some(url)) => respond(method, url),
        _ => plain(400, "this is no request"),
    };
    connection.write_all(response.head().as_bytes())?;
    if request.method != Some("HEAD") {
        connection.write_all(&response.body)?;
    }
    // Whoever sent a body nobody wants would lose the answer if the connection were torn down over it.
    connection.shutdown(Shutdown::Write)?;
    std::io::copy(&mut connection, &mut std::io::sink())?;
    Ok(())
}

/// The bytes up to the empty line; nothing from one who goes before.
fn read_head(mut connection: &TcpStream) -> std::io::Result<Option<Vec<u8>>> {
    let mut head = Vec::new();
    let mut part = [0; 4096];
    while !head.windows(4).any(|window| window == b"\r\n\r\n") && head.len() < LONGEST_HEAD {
        match connection.read(&mut part)? {
            0 => return Ok(None),
            count => head.extend_from_slice(&part[..count]),
        }
    }
    Ok(Some(head))
}

fn listen(port: u16) -> Result<TcpListener> {
    let mut refused = None;
    for port in port..=port.saturating_add(PORTS_TRIED) {
        match TcpListener::bind(("127.0.0.1", port)) {
            Ok(server) => return Ok(server),
            Err(error) => refused = Some(error),
        }
    }
    let reason = refused.map_or_else(String::new, |error: std::io::Error| error.to_string());
    Err(anyhow!("no free port from {port} on: {reason}"))
}

struct Response {
    status: u16,
    headers: Vec<(&'static str, &'static str)>,
    body: Vec<u8>,
}

impl Response {
    fn new(status: u16, media_type: &'static str, body: Vec<u8>) -> Self {
        let headers = vec![
            ("Content-Type", media_type),
            ("Content-Security-Policy", CONTENT_SECURITY_POLICY),
            ("X-Content-Type-Options", "nosniff"),
            ("Referrer-Policy", "no-referrer"),
            ("Cache-Control", "no-cache"),
            ("Connection", "close"),
        ];
        Self { status, headers, body }
    }

    fn head(&self) -> String {
        let reason = match self.status {
            200 => "OK",
            400 => "Bad Request",
            404 => "Not Found",
            _ => "Method Not Allowed",
        };
        let mut head = format!("HTTP/1.1 {} {reason}\r\nContent-Length: {}\r\n", self.status, self.body.len());
        for (name, value) in &self.headers {
            head.push_str(&format!("{name}: {value}\r\n"));
        }
        head + "\r\n"
    }
}

fn respond(method: &str, url: &str) -> Response {
    if !["GET", "HEAD"].contains(&method) {
        let mut response = plain(405, "only GET and HEAD");
        response.headers.push(("Allow", "GET, HEAD"));
        return response;
    }
    let read = file_for(crate::root(), url).and_then(|file| Some((media_type(&file), fs::read(&file).ok()?)));
    match read {
        Some((media_type, body)) => {
            let mut response = Response::new(200, media_type, body);
            // What others embed may be read by every page: also by a frame in a sandbox, which is from nowhere.
            if url.starts_with("/pkg/") {
                response.headers.push(("Access-Control-Allow-Origin", "*"));
            }
            response
        }
        None => plain(404, "there is nothing here"),
    }
}

fn plain(status: u16, text: &str) -> Response {
    Response::new(status, "text/plain; charset=utf-8", format!("{text}\n").into_bytes())
}

/// The file that a URL names, if there is one inside the two folders that are served.
fn file_for(root: &Path, url: &str) -> Option<PathBuf> {
    let path = url.split(['?', '#']).next()?.strip_prefix('/')?;
    let path = decoded(path)?;
    let mut parts = path.split('/').peekable();
    let folder = if parts.next_if_eq(&"pkg").is_some() { root.join("pkg") } else { root.join("www") };
    let mut file = folder.clone();
    for part in parts {
        // Neither `..` nor a hidden file, and nothing that an operating system reads in its own way.
        if part.starts_with('.') || part.contains(['\\', ':', '\0']) {
            return None;
        }
        file.push(part);
    }
    // What the pages are written from would look like broken pages.
    if file.starts_with(root.join("www/pages")) {
        return None;
    }
    if file.is_dir() {
        file.push("index.html");
    }
    // A link must not lead outside either.
    let real = file.canonicalize().ok()?;
    real.starts_with(folder.canonicalize().ok()?).then_some(real)
}

fn decoded(path: &str) -> Option<String> {
    let mut bytes = Vec::new();
    let mut rest = path.as_bytes();
    while let Some((&first, after)) = rest.split_first() {
        if first == b'%' {
            let digits = std::str::from_utf8(after.get(..2)?).ok()?;
            bytes.push(u8::from_str_radix(digits, 16).ok()?);
            rest = after.get(2..)?;
        } else {
            bytes.push(first);
            rest = after;
        }
    }
    String::from_utf8(bytes).ok()
}

fn media_type(file: &Path) -> &'static str {
    match file.extension().and_then(|extension| extension.to_str()).unwrap_or_default() {
        "html" => "text/html; charset=utf-8",
        "js" | "mjs" => "text/javascript; charset=utf-8",
        "css" => "text/css; charset=utf-8",
        "json" | "map" => "application/json; charset=utf-8",
        "webmanifest" => "application/manifest+json; charset=utf-8",
        "svg" => "image/svg+xml; charset=utf-8",
        "txt" | "md" | "ts" => "text/plain; charset=utf-8",
        "csv" => "text/csv; charset=utf-8",
        "wasm" => "application/wasm",
        "png" => "image/png",
        "jpg" | "jpeg" => "image/jpeg",
        "webp" => "image/webp",
        "ico" => "image/x-icon",
        "woff2" => "font/woff2",
        _ => "application/octet-stream",
    }
}

#[cfg(test)]
mod tests {
    use super::{Options, decoded, file_for};

    #[test]
    fn a_url_never_leads_out_of_the_two_folders() {
        let root = crate::root();
        for url in [
            "/../Cargo.toml",
            "/pkg/../Cargo.toml",
            "/%2e%2e/Cargo.toml",
            "/..%2fCargo.toml",
            "/pkg/%2E%2E%2FCargo.toml",
            "/..%5cCargo.toml",
            "//etc/passwd",
            "/%00",
            "/%zz",
            "/%f",
            "/%",
            "Cargo.toml",
            "",
        ] {
            let file = file_for(root, url);
            let inside = file.as_ref().is_none_or(|file| {
                ["www", "pkg"]
                    .iter()
                    .any(|folder| root.join(folder).canonicalize().is_ok_and(|folder| file.starts_with(folder)))
            });
            assert!(inside, "{url} leads to {file:?}");
        }
    }

    #[test]
    fn what_the_pages_are_written_from_is_not_served() {
        let root = crate::root();
        assert!(file_for(root, "/flex.html").is_some());
        for url in ["/pages", "/pages/flex.html", "//pages//flex.html", "/%70ages/frame/page.html"] {
            assert_eq!(file_for(root, url), None, "{url}");
        }
    }

    #[test]
    fn percent_signs_are_read() {
        assert_eq!(decoded("a%20b%E4%B8%AD").as_deref(), Some("a b中"));
        assert_eq!(decoded("%ff"), None);
    }

    #[test]
    fn options_are_read() {
        assert_eq!(Options::parse(&["--port", "0", "--as-is"]).expect("reads"), Options { port: 0, as_is: true });
        assert!(Options::parse(&["--port", "70000"]).is_err());
        assert!(Options::parse(&["--prot", "1"]).is_err());
    }
}
