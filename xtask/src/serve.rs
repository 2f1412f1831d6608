//! Serves the pages from this machine: `www/` at `/`, `pkg/` at `/pkg/`, to this machine alone.
//!
//! hyper speaks HTTP and tower-http reads the files; what stands here is which files, and what every answer says. A whole
//! framework for the web would be twice as much to compile before anybody's first look.

use std::convert::Infallible;
use std::net::Ipv4Addr;

use anyhow::{Context, Result, anyhow, bail};
use http_body_util::{Either, Full};
use hyper::body::{Bytes, Incoming};
use hyper::header::{self, HeaderName, HeaderValue};
use hyper::service::service_fn;
use hyper::{Method, Request, Response, StatusCode, server::conn::http1};
use hyper_util::rt::TokioIo;
use tokio::net::TcpListener;
use tower_http::services::ServeDir;
use tower_http::services::fs::ServeFileSystemResponseBody;

/// Nothing but our own files, and WebAssembly. `frame-ancestors` works as a header alone, so it is
/// here and not in the pages' own `<meta>`. Firefox counts a file that a frame hands over, `blob:`, among the frames.
const CONTENT_SECURITY_POLICY: &str = "default-src 'none'; \
    script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; img-src 'self' data:; connect-src 'self'; \
    frame-src 'self' blob:; font-src 'self'; manifest-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'self'";

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

type Answer = Response<Either<ServeFileSystemResponseBody, Full<Bytes>>>;

pub fn run(options: &Options) -> Result<()> {
    if !options.as_is && !crate::sources::pkg_can_be_served()? {
        println!("pkg/ is older than its sources: building it");
        crate::package::build(true)?;
    }
    tokio::runtime::Builder::new_multi_thread().enable_io().build()?.block_on(serve(options.port))
}

async fn serve(port: u16) -> Result<()> {
    let server = listen(port).await?;
    println!("Serving the pages on http://{}/ (Ctrl-C stops)", server.local_addr()?);
    loop {
        let Ok((connection, _)) = server.accept().await else { continue };
        // One that has gone meanwhile is nobody's fault.
        tokio::spawn(http1::Builder::new().serve_connection(TokioIo::new(connection), service_fn(answer)));
    }
}

async fn listen(port: u16) -> Result<TcpListener> {
    let mut refused = None;
    for port in port..=port.saturating_add(PORTS_TRIED) {
        match TcpListener::bind((Ipv4Addr::LOCALHOST, port)).await {
            Ok(server) => return Ok(server),
            Err(error) => refused = Some(error),
        }
    }
    let reason = refused.map_or_else(String::new, |error| error.to_string());
    Err(anyhow!("no free port from {port} on: {reason}"))
}

async fn answer(request: Request<Incoming>) -> Result<Answer, Infallible> {
    let mut answer = if [Method::GET, Method::HEAD].contains(request.method()) {
        file(&request).await
    } else {
        let mut answer = plain(StatusCode::METHOD_NOT_ALLOWED, "only GET and HEAD");
        answer.headers_mut().insert(header::ALLOW, HeaderValue::from_static("GET, HEAD"));
        answer
    };
    let headers = answer.headers_mut();
    for (name, value) in [
        (header::CONTENT_SECURITY_POLICY, CONTENT_SECURITY_POLICY),
        (header::X_CONTENT_TYPE_OPTIONS, "nosniff"),
        (header::REFERRER_POLICY, "no-referrer"),
        (header::CACHE_CONTROL, "no-cache"),
    ] {
        headers.insert(name, HeaderValue::from_static(value));
    }
    // Two builds within a second would look like one.
    headers.remove(header::LAST_MODIFIED);
    Ok(answer)
}

/// What a URL names, if it is a file of the two folders that are served.
async fn file(asked: &Request<Incoming>) -> Answer {
    let url = asked.uri().path();
    let path = percent_encoding::percent_decode_str(url).decode_utf8_lossy();
    let is_package = path.starts_with("/pkg/");
    if !is_served(&path) {
        return plain(StatusCode::NOT_FOUND, "there is nothing here");
    }
    let mut request = Request::new(());
    *request.method_mut() = asked.method().clone();
    *request.uri_mut() = asked.uri().clone();
    // `/pkg/` stands beside `www/`, and so is served from the folder of both.
    let folder = if is_package { crate::root().to_owned() } else { crate::root().join("www") };
    let Ok(found) = ServeDir::new(folder).try_call(request).await else {
        return plain(StatusCode::NOT_FOUND, "there is nothing here");
    };
    if !found.status().is_success() {
        return plain(StatusCode::NOT_FOUND, "there is nothing here");
    }
    let mut answer = found.map(Either::Left);
    let media_type =
        answer.headers().get(header::CONTENT_TYPE).and_then(|found| found.to_str().ok()).unwrap_or_default();
    let media_type = with_charset(&path, media_type);
    set(&mut answer, header::CONTENT_TYPE, &media_type);
    // What others embed may be read by every page: also by a frame in a sandbox, which is from nowhere.
    if is_package {
        set(&mut answer, header::ACCESS_CONTROL_ALLOW_ORIGIN, "*");
    }
    answer
}

/// Neither a hidden file, nor what an operating system reads in its own way, nor what the pages are written from, which
/// would look like broken pages.
fn is_served(path: &str) -> bool {
    let mut parts = path.split('/').filter(|part| !part.is_empty()).peekable();
    let is_source = parts.peek() == Some(&"pages");
    !is_source && parts.all(|part| !part.starts_with('.') && !part.contains(['\\', ':', '\0']))
}

/// Our texts are UTF-8; and TypeScript is no film.
fn with_charset(path: &str, media_type: &str) -> String {
    let media_type = if path.ends_with(".ts") { "text/plain" } else { media_type };
    let is_text = media_type.starts_with("text/") || media_type.ends_with("json") || media_type.ends_with("xml");
    format!("{media_type}{}", if is_text { "; charset=utf-8" } else { "" })
}

fn plain(status: StatusCode, text: &str) -> Answer {
    let mut answer = Response::new(Either::Right(Full::from(format!("{text}\n"))));
    *answer.status_mut() = status;
    set(&mut answer, header::CONTENT_TYPE, "text/plain; charset=utf-8");
    answer
}

fn set(answer: &mut Answer, name: HeaderName, value: &str) {
    if let Ok(value) = HeaderValue::from_str(value) {
        answer.headers_mut().insert(name, value);
    }
}

#[cfg(test)]
mod tests {
    use super::{Options, is_served, with_charset};

    #[test]
    fn hidden_files_and_sources_are_not_served() {
        for path in ["/", "/flex.html", "/pkg/element.js", "/embed/pages.html", "/pkg/pages"] {
            assert!(is_served(path), "{path}");
        }
        for path in [
            "/.git/HEAD",
            "/../Cargo.toml",
            "/pkg/../Cargo.toml",
            "/..\\Cargo.toml",
            "/c:/x",
            "/\0",
            "/pages",
            "//pages//flex.html",
        ] {
            assert!(!is_served(path), "{path}");
        }
    }

    #[test]
    fn texts_say_how_they_are_written() {
        assert_eq!(with_charset("/a.js", "text/javascript"), "text/javascript; charset=utf-8");
        assert_eq!(with_charset("/a.svg", "image/svg+xml"), "image/svg+xml; charset=utf-8");
        assert_eq!(
            with_charset("/a.webmanifest", "application/manifest+json"),
            "application/manifest+json; charset=utf-8"
        );
        assert_eq!(with_charset("/a.d.ts", "video/vnd.dlna.mpeg-tts"), "text/plain; charset=utf-8");
        assert_eq!(with_charset("/a.wasm", "application/wasm"), "application/wasm");
    }

    #[test]
    fn options_are_read() {
        assert_eq!(Options::parse(&["--port", "0", "--as-is"]).expect("reads"), Options { port: 0, as_is: true });
        assert!(Options::parse(&["--port", "70000"]).is_err());
        assert!(Options::parse(&["--prot", "1"]).is_err());
    }
}
