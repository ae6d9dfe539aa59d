using System.Text;
using CleanApi.Domain.Files;

namespace CleanApi.Domain.UnitTests.Files;

public sealed class FileTypeTests
{
    private const string PngHead = "89504E470D0A1A0A0000000D49484452";
    private const string WebpHead = "524946461000000057454250565038204C000000";

    [Theory]
    [InlineData("image/jpeg", "FFD8FFE000104A464946000101000001", 1000)]
    [InlineData("IMAGE/PNG", PngHead, 1000)]
    [InlineData("image/webp", WebpHead, 24)]
    [InlineData("image/webp", WebpHead, 23)]
    [InlineData("application/pdf", "255044462D312E370A25E2E3CFD30A31", 1000)]
    [InlineData("application/pdf", "255044462D322E300A", 9)]
    public void A_file_begins_like_its_type(string contentType, string head, long size) => Matches(contentType, head, size).Should().BeTrue();

    [Theory]
    [InlineData("image/jpeg", "FFD8", 2)]
    [InlineData("image/jpeg", PngHead, 1000)]
    [InlineData("image/png", "89504E470D0A1A0A", 8)]
    [InlineData("image/png", "89504E470A1A0A0000000D4948445200", 1000)]
    [InlineData("image/png", "89504E470D0A1A0A0000000D74455874", 1000)]
    [InlineData("image/webp", WebpHead, 25)]
    [InlineData("image/webp", WebpHead, 5000)]
    [InlineData("image/webp", "524946461000000057415645666D7420", 24)]
    [InlineData("image/webp", "5249464610000000574542504D5A9000", 24)]
    [InlineData("image/webp", "52494646", 4)]
    [InlineData("application/pdf", "", 0)]
    [InlineData("application/pdf", "0A255044462D312E37", 1000)]
    [InlineData("application/pdf", "255044462D393939", 1000)]
    public void A_file_that_begins_otherwise_is_of_another_type(string contentType, string head, long size) => Matches(contentType, head, size).Should().BeFalse();

    [Theory]
    [InlineData("<svg xmlns=\"http://www.w3.org/2000/svg\" onload=\"alert(1)\"/>")]
    [InlineData("<!DOCTYPE html><script>alert(1)</script>")]
    [InlineData("GIF89a/*…*/=1;alert(1)")]
    [InlineData("PK\u0003\u0004 archive")]
    [InlineData("#!/bin/sh\nrm -rf /")]
    [InlineData("MZ a program of Windows")]
    [InlineData("%!PS-Adobe-3.0 EPSF")]
    public void What_is_none_of_the_types_is_not_taken_for_one(string text)
    {
        var bytes = Encoding.UTF8.GetBytes(text);

        FileType.All.Where(type => type.Matches(bytes.AsSpan(0, Math.Min(bytes.Length, FileType.HeadLength)), bytes.Length)).Should().BeEmpty();
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("image/svg+xml")]
    [InlineData("image/gif")]
    [InlineData("text/html")]
    [InlineData("image/png; charset=utf-8")]
    [InlineData("application/octet-stream")]
    public void Other_media_types_are_not_taken(string? contentType) => FileType.Find(contentType).Should().BeNull();

    [Theory]
    [InlineData("image/jpeg", "holiday.JPG", true)]
    [InlineData("image/jpeg", "holiday.jpeg", true)]
    [InlineData("image/jpeg", "holiday.png", false)]
    [InlineData("image/png", "page.png.html", false)]
    [InlineData("image/png", "page.html.png", true)]
    [InlineData("application/pdf", ".pdf", false)]
    [InlineData("application/pdf", "pdf", false)]
    [InlineData("image/webp", "a.webp\u0000.exe", false)]
    public void The_extension_is_the_last_one(string contentType, string name, bool has) => FileType.Find(contentType)!.HasExtension(name).Should().Be(has);

    private static bool Matches(string contentType, string head, long size)
    {
        var bytes = Convert.FromHexString(head);
        return FileType.Find(contentType)!.Matches(bytes.AsSpan(0, Math.Min(bytes.Length, FileType.HeadLength)), size);
    }
}
