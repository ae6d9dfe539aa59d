using System.Text;

namespace CleanApi.WebApi.IntegrationTests.Files;

/// <summary>A file that is meant to do harm.</summary>
/// <param name="What">What it is.</param>
/// <param name="Name">The name that is given.</param>
/// <param name="ContentType">The media type that is declared.</param>
/// <param name="Bytes">Its bytes.</param>
/// <param name="IsTaken">Whether it is stored, because it does nothing where it is: it is decoded by nobody here, and shown to nobody.</param>
internal sealed record HostileFile(string What, string Name, string ContentType, byte[] Bytes, bool IsTaken = false)
{
    private static readonly byte[] Png = Http.UploadedFile.Picture.Bytes;
    private static readonly byte[] Pdf = Http.UploadedFile.Pdf.Bytes;
    private static readonly byte[] Jpeg = [0xFF, 0xD8, 0xFF, 0xE0, 0, 16, .. "JFIF\0"u8, 1, 1, 0, 0, 1, 0, 1, 0, 0, 0xFF, 0xD9];
    private static readonly byte[] Zip = [.. "PK\u0003\u0004"u8, .. new byte[30]];

    /// <summary>All of them.</summary>
    public static readonly IReadOnlyList<HostileFile> All =
    [
        Of("a script as PNG", "a.png", "image/png", "#!/bin/sh\nrm -rf ~"),
        Of("PHP behind two extensions", "a.php.png", "image/png", "<?php system($_GET['c']);"),
        Of("HTML as PDF", "a.pdf", "application/pdf", "<html><script>alert(1)</script></html>"),
        Of("SVG with a script", "a.svg", "image/svg+xml", "<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>"),
        Of("SVG as PNG", "a.png", "image/png", "<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>"),
        Of("entities that grow, as PDF", "a.pdf", "application/pdf", "<?xml version='1.0'?><!DOCTYPE l [<!ENTITY a 'aaaa'><!ENTITY b '&a;&a;&a;'>]><l>&b;</l>"),
        Of("a PDF within HTML", "a.pdf", "application/pdf", "<script>alert(1)</script>\n%PDF-1.7\n%%EOF"),
        Of("a PDF of no version", "a.pdf", "application/pdf", "%PDF-9.9<script>alert(1)</script>"),
        new("a ZIP as PDF", "a.pdf", "application/pdf", [.. Zip, .. Pdf]),
        Of("GIF as JPEG", "a.jpg", "image/jpeg", "GIF89a/*<script>alert(1)</script>*/"),
        Of("a program of Windows", "a.pdf", "application/pdf", "MZ\u0090\0"),
        Of("a program of Linux", "a.png", "image/png", "\u007FELF"),
        new("PNG without a header chunk", "a.png", "image/png", [.. Png.AsSpan(0, 8), 0xFF, 0xFF, 0xFF, 0xFF, .. "zTXt"u8]),
        new("half a signature", "a.png", "image/png", Png[..7]),
        new("JPEG without a second marker", "a.jpg", "image/jpeg", [0xFF, 0xD8, 0x00, 0x00]),
        new("WebP with a ZIP behind it", "a.webp", "image/webp", [.. "RIFF"u8, 14, 0, 0, 0, .. "WEBPVP8L"u8, 1, 0, 0, 0, 0x2F, 0, .. Zip]),
        new("nothing", "a.pdf", "application/pdf", []),
        new("a path upwards", "../../etc/cron.d/a.pdf", "application/pdf", Pdf),
        new("a path upwards of Windows", "..\\..\\a.pdf", "application/pdf", Pdf),
        new("a path from the root", "/etc/a.pdf", "application/pdf", Pdf),
        new("a drive", "C:a.pdf", "application/pdf", Pdf),
        new("a stream of a file", "a.exe:a.pdf", "application/pdf", Pdf),
        new("a hidden file", ".htaccess.pdf", "application/pdf", Pdf),
        new("an end that Windows leaves out", "a.exe.pdf.", "application/pdf", Pdf),
        new("several files", "*.pdf", "application/pdf", Pdf),
        new("a character that ends texts", "a.exe\0.pdf", "application/pdf", Pdf),
        new("a second header", "a\r\nSet-Cookie: x=y\r\n.pdf", "application/pdf", Pdf),
        new("an extension that is shown backwards", "a\u202Efdp.exe.pdf", "application/pdf", Pdf),
        new("a quote that ends the header's value", "a\";filename=\"b.exe.pdf", "application/pdf", Pdf),
        new("a name of 256 characters", new string('a', 252) + ".pdf", "application/pdf", Pdf),
        new("no name", "", "application/pdf", Pdf),
        new("another extension", "a.html", "application/pdf", Pdf),
        new("no type", "a.pdf", "application/octet-stream", Pdf),
        new("HTML by declaration", "a.pdf", "text/html", Pdf),
        new("a type with a parameter", "a.png", "image/png; x=text/html", Png),
        new("a picture of 4294 million pixels a side", "a.png", "image/png", [.. Png.AsSpan(0, 16), 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, .. Png.AsSpan(24)], IsTaken: true),
        new("JPEG with PHP and a ZIP behind it", "a.jpg", "image/jpeg", [.. Jpeg, .. "<?php system($_GET['c']);"u8, .. Zip], IsTaken: true),
        new("PNG with HTML behind it", "a.png", "image/png", [.. Png, .. "<script>alert(1)</script>"u8], IsTaken: true),
        new("PDF with a script", "a.pdf", "application/pdf", [.. "%PDF-1.7\n1 0 obj<</Type/Catalog/OpenAction<</S/JavaScript/JS(app.alert(1))>>>>endobj\n%%EOF"u8], IsTaken: true),
        new("a name with parameters", "a;filename=b.exe;x=.pdf", "application/pdf", Pdf, IsTaken: true),
        new("a name of 255 characters", new string('a', 251) + ".pdf", "application/pdf", Pdf, IsTaken: true),
    ];

    /// <summary>The body of an upload, whose boundary is <c>b</c>. The name is one that may hold anything (RFC 8187).</summary>
    public byte[] Body() =>
    [
        .. Encoding.UTF8.GetBytes(
            $"--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"\"; filename*=UTF-8''{Uri.EscapeDataString(Name)}\r\nContent-Type: {ContentType}\r\n\r\n"),
        .. Bytes,
        .. "\r\n--b--\r\n"u8,
    ];

    /// <inheritdoc />
    public override string ToString() => What;

    private static HostileFile Of(string what, string name, string contentType, string text) => new(what, name, contentType, Encoding.Latin1.GetBytes(text));
}
