namespace CleanApi.WebApi.IntegrationTests.Webhooks;

/// <summary>Addresses that nobody may have this service connect to.</summary>
internal static class HostileUrls
{
    /// <summary>All of them.</summary>
    public static TheoryData<string> All =>
    [
        // Other schemes, and what is no address.
        "http://hooks.example.com/", "ftp://hooks.example.com/", "file:///etc/passwd", "gopher://hooks.example.com/",
        "https://hooks.example.com/\r\nX: y", "//hooks.example.com/", "https:hooks.example.com/", "https:///hooks.example.com/",
        "javascript:alert(1)", "data:text/plain,a",
        // Credentials and ports.
        "https://user@hooks.example.com/", "https://user:pass@hooks.example.com/", "https://hooks.example.com@127.0.0.1/",
        "https://hooks.example.com:22/", "https://hooks.example.com:80/", "https://hooks.example.com:5432/", "https://hooks.example.com:0/",
        "https://hooks.example.com%2f@127.0.0.1/", @"https://hooks.example.com\@127.0.0.1/", "https://hooks.example.com:443@127.0.0.1/",
        "https://hooks.example.com:99999/", "https://127.0.0.1:443/",
        // Names of this machine and its network, and dots at the end.
        "https://hooks.example.com./", "https://localhost/", "https://a.localhost/", "https://intranet/", "https://db.internal/",
        "https://printer.local/", "https://hooks.example.com../", "https://localhost./", "https://LOCALHOST/", "https://metadata/",
        "https://metadata.google.internal/computeMetadata/v1/", "https://metadata.google.internal./",
        // Numbers in other forms.
        "https://127.1/", "https://127.0.0.1./", "https://2130706433/", "https://134744072/", "https://0x7f000001/", "https://0x8.0x8.0x8.0x8/",
        "https://0177.0.0.1/", "https://010.8.8.8/", "https://0/", "https://169.254.43518/", "https://0xA9FEA9FE/",
        // IPv4: IANA's special-purpose registry, and the metadata services of AWS, Google, Azure, Alibaba and Oracle.
        "https://127.0.0.1/", "https://0.0.0.0/", "https://10.0.0.1/", "https://100.64.0.1/", "https://169.254.169.254/latest/meta-data/",
        "https://172.16.0.1/", "https://192.0.0.1/", "https://192.0.2.1/", "https://192.168.0.1/", "https://198.18.0.1/", "https://198.51.100.1/",
        "https://203.0.113.1/", "https://224.0.0.1/", "https://255.255.255.255/", "https://169.254.170.2/", "https://100.100.100.200/",
        "https://168.63.129.16/", "https://192.0.0.192/", "https://192.88.99.1/", "https://240.0.0.1/",
        // IPv6: the same, and IPv4 within it, mapped, compatible, translated, by NAT64, 6to4 and Teredo.
        "https://[::]/", "https://[::1]/", "https://[::ffff:127.0.0.1]/", "https://[::127.0.0.1]/", "https://[fc00::1]/", "https://[fe80::1]/",
        "https://[fe80::1%25eth0]/", "https://[fec0::1]/", "https://[ff02::1]/", "https://[2001:db8::1]/", "https://[64:ff9b::7f00:1]/",
        "https://[2002:7f00:1::]/", "https://0000:0000:0000:0000:0000:0000:0000:0001/", "https://[fd00:ec2::254]/", "https://[fd20:ce::254]/",
        "https://[::ffff:169.254.169.254]/", "https://[::ffff:a9fe:a9fe]/", "https://[::ffff:0:127.0.0.1]/", "https://[64:ff9b::a9fe:a9fe]/",
        "https://[64:ff9b:1::1]/", "https://[2002:a9fe:a9fe::1]/", "https://[2001::1]/", "https://[2001:0:7f00:1::1]/", "https://[3fff::1]/",
        "https://[100::1]/",
        // Escapes, and letters that become others.
        "https://%31%32%37.0.0.1/", "https://①②⑦.⓪.⓪.①/", "https://127。0。0。1/", "https://hööks.example.com/", "https://127%E3%80%820.0.1/",
        "https://localhost%2e/", "https://hooks.example.com%00.internal/",
        // Longer than a name may be.
        $"https://{new string('a', 64)}.example.com/", $"https://{string.Concat(Enumerable.Repeat("a.", 122))}example.com/",
    ];
}
