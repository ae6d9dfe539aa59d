using System.Security.Cryptography;
using CleanApi.Domain.Access;
using CleanApi.Infrastructure.Access;
using CleanApi.Infrastructure.Settings;

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
        foreach (var isDevelopment in new[] { true, false })
        {
            var load = () => KeyEncryptionKeys.Load(Settings(key), isDevelopment);
            load.Should().Throw<InvalidOperationException>().WithMessage("Auth__KeyEncryptionKey*openssl rand*");
        }
    }

    [Fact]
    public void A_missing_key_fails_the_start_everywhere_but_in_development()
    {
        var load = () => KeyEncryptionKeys.Load(Settings(null), isDevelopment: false);
        load.Should().Throw<InvalidOperationException>().WithMessage("Auth__KeyEncryptionKey is not set*");
        Directory.GetFileSystemEntries(directory).Should().BeEmpty();
    }

    [Fact]
    public void In_development_it_is_generated_once_and_only_its_owner_can_read_it()
    {
        var first = KeyEncryptionKeys.Load(Settings(null), isDevelopment: true).First.Id;
        KeyEncryptionKeys.Load(Settings(null), isDevelopment: true).First.Id.Should().Be(first);
        var file = Path.Combine(directory, "key-encryption-key");
        if (!OperatingSystem.IsWindows())
        {
            File.GetUnixFileMode(file).Should().Be(UnixFileMode.UserRead | UnixFileMode.UserWrite);
        }
    }

    [Fact]
    public void The_file_that_development_makes_is_a_key_elsewhere_too()
    {
        var made = KeyEncryptionKeys.Load(Settings(null), isDevelopment: true).First.Id;
        var text = File.ReadAllText(Path.Combine(directory, "key-encryption-key"));
        KeyEncryptionKeys.Load(Settings(text), isDevelopment: false).First.Id.Should().Be(made);
    }

    [Fact]
    [Trait("Requirement", "R253")]
    public void Several_are_a_list_and_the_first_encrypts()
    {
        var (next, former) = (NewKey(), NewKey());
        var keys = KeyEncryptionKeys.Load(Settings($"{next}, {former}"), isDevelopment: false);
        keys.All.Select(key => key.Id).Should().Equal(KeyEncryptionKeys.Parse(next).First.Id, KeyEncryptionKeys.Parse(former).First.Id);
        var encrypted = keys.First.Encrypt([1, 2, 3]);
        keys.First.Decrypt(encrypted).Should().Equal(1, 2, 3);
        keys.All[1].Decrypt(encrypted).Should().BeNull();
    }

    [Fact]
    public void A_list_with_an_empty_place_or_the_same_key_twice_fails_the_start()
    {
        var key = NewKey();
        foreach (var list in new[] { $"{key},", $",{key}", $"{key},{key}" })
        {
            var load = () => KeyEncryptionKeys.Load(Settings(list), isDevelopment: false);
            load.Should().Throw<StartException>().WithMessage("Auth__KeyEncryptionKey*");
        }
    }

    [Fact]
    public void The_id_names_a_key_and_tells_nothing_of_it()
    {
        var key = NewKey();
        var id = KeyEncryptionKeys.Parse(key).First.Id;
        id.Should().MatchRegex("^[0-9a-f]{8}$");
        Convert.ToHexStringLower(Convert.FromBase64String(key)).Should().NotContain(id);
    }

    public void Dispose() => Directory.Delete(directory, recursive: true);

    private static string NewKey() => Convert.ToBase64String(RandomNumberGenerator.GetBytes(32));

    private AccessSettings Settings(string? key) =>
        new(
            "http://127.0.0.1:5080", "cleanapi", TimeSpan.FromMinutes(15), TimeSpan.FromDays(7), TimeSpan.FromDays(30), PasswordPolicy.Standard, key,
            Path.Combine(directory, "postgres"));
}
