//! Serves the pages from this machine: `www/` at `/`, `pkg/` at `/pkg/`, to this machine alone.

use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::thread;

use anyhow::{Context, Result, anyhow, bail};
use tiny_http::{HTTPVersion, Header, Method, Request, Response, Server, StatusCode};

/// Nothing but our own files, and WebAssembly. `frame-ancestors` works as a header alone, so it is
/// here and not in the pages' own `<meta>`.
const CONTENT_SECURITY_POLICY: &str = "default-src 'none'; \
    script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; img-src 'self' data:; connect-src 'self'; \
    font-src 'self'; manifest-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'self'";

const FIRST_PORT: u16 = 8080;
const PORTS_TRIED: u16 = 100;

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
    let address = server.server_addr().to_ip().context("no address to listen on")?;
    println!("Serving the pages on http://{address}/ (Ctrl-C stops)");
    for request in server.incoming_requests() {
        // A thread for each: a visitor who reads slowly holds nobody else up.
        thread::spawn(move || {
            let response = respond(&request);
            let is_head = *request.method() == Method::Head;
            // An answer in HTTP/1.0 ends its connection. Connections that stay open each hold a thread of the server, which may
            // then let another wait for as long as they do: a page that loads many files at once hung for a minute.
            let headers = request.headers().to_vec();
            let mut writer = request.into_writer();
            // The visitor may have gone meanwhile; that is nobody's fault.
            let sent = response.raw_print(&mut writer, HTTPVersion(1, 0), &headers, is_head, None);
            let _ = sent.and_then(|()| writer.flush());
        });
    }
    Ok(())
}

fn listen(port: u16) -> Result<Server> {
    let mut refused = None;
    for port in port..=port.saturating_add(PORTS_TRIED) {
        match Server::http(("127.0.0.1", port)) {
            Ok(server) => return Ok(server),
            Err(error) => refused = Some(error),
        }
    }
    let reason = refused.map_or_else(String::new, |error| error.to_string());
    Err(anyhow!("no free port from {port} on: {reason}"))
}

type Body = Response<std::io::Cursor<Vec<u8>>>;

fn respond(request: &Request) -> Body {
    if !matches!(request.method(), Method::Get | Method::Head) {
        return plain(405, "only GET and HEAD").with_header(header("Allow", "GET, HEAD"));
    }
    let Some(file) = file_for(crate::root(), request.url()) else {
        return plain(404, "there is nothing here");
    };
    match fs::read(&file) {
        Ok(bytes) => with_house_headers(Response::from_data(bytes), media_type(&file)),
        Err(_) => plain(404, "there is nothing here"),
    }
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

fn plain(status: u16, text: &str) -> Body {
    let body = Response::from_data(format!("{text}\n")).with_status_code(StatusCode(status));
    with_house_headers(body, "text/plain; charset=utf-8")
}

fn with_house_headers(response: Body, media_type: &str) -> Body {
    response
        .with_header(header("Content-Type", media_type))
        .with_header(header("Content-Security-Policy", CONTENT_SECURITY_POLICY))
        .with_header(header("X-Content-Type-Options", "nosniff"))
        .with_header(header("Referrer-Policy", "no-referrer"))
        .with_header(header("Cache-Control", "no-cache"))
}

fn header(name: &str, value: &str) -> Header {
    Header::from_bytes(name, value).expect("our own headers are plain text")
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
