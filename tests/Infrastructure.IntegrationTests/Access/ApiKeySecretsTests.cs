using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using CleanApi.Domain.Access;
using CleanApi.Infrastructure.Access;

namespace CleanApi.Infrastructure.IntegrationTests.Access;

[Trait("Requirement", "R119")]
public sealed class ApiKeySecretsTests
{
    private readonly ApiKeySecrets secrets = new();

    [Theory]
    [InlineData(ApiKeyMode.Live, "sk_live_")]
    [InlineData(ApiKeyMode.Test, "sk_test_")]
    public void A_key_is_a_prefix_and_24_bytes_in_base64url(ApiKeyMode mode, string prefix)
    {
        var key = secrets.Create(mode);
        key.Text.Should().MatchRegex("^sk_(live|test)_[A-Za-z0-9_-]{32}$").And.StartWith(prefix);
        Base64Url.DecodeFromChars(key.Text.AsSpan(8)).Should().HaveCount(24);
        key.LastFour.Should().Be(key.Text[^4..]);
        ApiKeySecrets.IsWellFormed(key.Text).Should().BeTrue();
    }

    [Fact]
    public void No_two_keys_are_the_same() =>
        Enumerable.Range(0, 1000).Select(_ => secrets.Create(ApiKeyMode.Live).Text).Should().OnlyHaveUniqueItems();

    // Documented for authors of secret scanners in docs/adr/0030.
    [Fact]
    public void The_last_four_bytes_are_an_unkeyed_checksum()
    {
        var text = secrets.Create(ApiKeyMode.Test).Text;
        var bytes = Base64Url.DecodeFromChars(text.AsSpan(8));
        SHA256.HashData([.. Encoding.ASCII.GetBytes(text[..8]), .. bytes[..20]])[..4].Should().Equal(bytes[20..]);
    }

    [Fact]
    [Trait("Requirement", "R120")]
    public void The_stored_hash_is_SHA_256_in_hexadecimal()
    {
        ApiKeySecrets.Hash("abc").Should().Be("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
        var key = secrets.Create(ApiKeyMode.Live);
        key.Hash.Should().Be(ApiKeySecrets.Hash(key.Text)).And.MatchRegex("^[0-9a-f]{64}$");
    }

    [Fact]
    public void A_key_with_another_mode_or_a_typo_fails_the_checksum()
    {
        var text = secrets.Create(ApiKeyMode.Live).Text;
        string[] others =
        [
            "", "sk_", text[..^1], text + "A", text.Replace("sk_live_", "sk_test_", StringComparison.Ordinal), text.Replace("sk_live_", "sk_prod_", StringComparison.Ordinal),
            text.ToUpperInvariant(), text[..20] + (text[20] == 'A' ? 'B' : 'A') + text[21..], text[..^1] + '+', text[..^1] + 'ä', "sk_live_" + new string('A', 32),
        ];
        others.Should().OnlyContain(other => !ApiKeySecrets.IsWellFormed(other));
    }
}
