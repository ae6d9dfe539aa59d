using CleanApi.Domain.Access;
using CleanApi.Infrastructure.Access;

namespace CleanApi.Infrastructure.IntegrationTests.Access;

[Trait("Requirement", "R101")]
public sealed class KeyEncryptionKeyTests : IDisposable
{
    private readonly string directory = Directory.CreateTempSubdirectory("cleanapi-key-").FullName;

    public static TheoryData<string> InvalidKeys => new(
        "not base64",
        Convert.ToBase64String(new byte[32]),
        Convert.ToBase64String(Enumerable.Repeat((byte)7, 32).ToArray()),
        Convert.ToBase64String([.. Enumerable.Range(0, 32).Select(i => (byte)i)]),
        Convert.ToBase64String([.. Enumerable.Range(0, 32).Select(i => (byte)(i % 4 * 50))]),
        Convert.ToBase64String("0123456789abcdef0123456789abcdef"u8),
        Convert.ToBase64String(Enumerable.Range(0, 31).Select(i => (byte)(i * 37)).ToArray()),
        Convert.ToBase64String(Enumerable.Range(0, 64).Select(i => (byte)(i * i * 37)).ToArray()));

    [Theory]
    [MemberData(nameof(InvalidKeys))]
    public void A_malformed_or_weak_key_fails_the_start_in_every_environment(string key)
    {
        foreach (var isProduction in new[] { true, false })
        {
            var load = () => KeyEncryptionKey.Load(Settings(key), isProduction);
            load.Should().Throw<InvalidOperationException>().WithMessage("Auth__KeyEncryptionKey*openssl rand*");
        }
    }

    [Fact]
    public void A_missing_key_fails_the_start_in_production()
    {
        var load = () => KeyEncryptionKey.Load(Settings(null), isProduction: true);
        load.Should().Throw<InvalidOperationException>().WithMessage("Auth__KeyEncryptionKey is not set*");
        Directory.GetFileSystemEntries(directory).Should().BeEmpty();
    }

    [Fact]
    public void Outside_production_it_is_generated_once_and_only_its_owner_can_read_it()
    {
        var first = KeyEncryptionKey.Load(Settings(null), isProduction: false).Derive("test");
        KeyEncryptionKey.Load(Settings(null), isProduction: false).Derive("test").Should().Equal(first);
        var file = Path.Combine(directory, "key-encryption-key");
        if (!OperatingSystem.IsWindows())
        {
            File.GetUnixFileMode(file).Should().Be(UnixFileMode.UserRead | UnixFileMode.UserWrite);
        }
    }

    [Fact]
    public void Each_purpose_has_a_key_of_its_own()
    {
        var key = KeyEncryptionKey.Load(Settings(null), isProduction: false);
        key.Derive("one").Should().HaveCount(32).And.NotEqual(key.Derive("two"));
    }

    public void Dispose() => Directory.Delete(directory, recursive: true);

    private AccessSettings Settings(string? key) =>
        new(
            "http://127.0.0.1:5080", "cleanapi", TimeSpan.FromMinutes(15), TimeSpan.FromDays(7), TimeSpan.FromDays(30), PasswordPolicy.Standard, key,
            Path.Combine(directory, "postgres"));
}
