using System.Security.Cryptography;
using CleanApi.Application.Access;
using CleanApi.Application.Common.Security;
using CleanApi.Domain.Access;
using CleanApi.Infrastructure.Access;
using CleanApi.Infrastructure.Settings;

namespace CleanApi.Infrastructure.IntegrationTests.Access;

/// <summary>The key-encryption key is changed while everything that is encrypted stays readable.</summary>
[Trait("Requirement", "R253")]
public sealed class RootKeyTests(AccessCluster cluster) : AccessTest(cluster)
{
    private static readonly AccountId Account = new(Guid.CreateVersion7());

    [Fact]
    public async Task Everything_is_readable_with_the_new_key_first_and_then_with_the_new_key_alone()
    {
        var (encrypted, hash) = Encrypt(Api);
        var next = NewKey();
        foreach (var keys in new[] { $"{next},{Key}", next })
        {
            var changed = await StartAsync(keys);
            changed.Get<ISecretProtector>().Unprotect("totp", "context", encrypted).Should().Equal(1, 2, 3);
            changed.Get<RecoveryCodeSecrets>().Hash(Account, "code").Should().Equal(hash);
            changed.Get<IRefreshTokenSecrets>().Successor("token").Should().Be(Api.Get<IRefreshTokenSecrets>().Successor("token"));
            (await changed.Keys.SigningAsync(CancellationToken.None)).Kid.Should().Be((await Api.Keys.SigningAsync(CancellationToken.None)).Kid);
        }
    }

    [Fact]
    public async Task The_database_keeps_the_data_key_under_the_first_key_alone()
    {
        var next = NewKey();
        await StartAsync($"{next},{Key}");
        (await ReadAsync<string>("select key_encryption_key_id from access.data_keys")).Should().Be(KeyEncryptionKeys.Parse(next).First.Id);
        KeyEncryptionKeys.Parse(Key).First.Decrypt(await ReadAsync<byte[]>("select encrypted_key from access.data_keys")).Should().BeNull();
    }

    [Fact]
    public async Task Without_the_key_that_encrypts_the_program_does_not_start_and_changes_nothing()
    {
        var (encrypted, _) = Encrypt(Api);
        var start = () => StartAsync(NewKey());
        (await start.Should().ThrowAsync<StartException>()).WithMessage($"Auth__KeyEncryptionKey lacks the key * {KeyEncryptionKeys.Parse(Key).First.Id}*Add it behind the new one*");
        (await StartAsync(Key)).Get<ISecretProtector>().Unprotect("totp", "context", encrypted).Should().Equal(1, 2, 3);
    }

    [Fact]
    public async Task Instances_that_start_at_once_agree_on_one()
    {
        await ExecuteAsync("delete from access.data_keys");
        var instances = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => StartAsync(Key)));
        instances.Select(instance => Convert.ToHexString(instance.Get<RootKey>().Derive("test"))).Distinct().Should().ContainSingle();
    }

    [Fact]
    public async Task Where_the_key_encryption_key_was_the_root_of_everything_it_stays_readable()
    {
        // As a version before data keys left it: signing keys under the key-encryption key itself, and no data key.
        var former = Convert.FromBase64String(Key);
        var kid = (await Api.Keys.SigningAsync(CancellationToken.None)).Kid;
        var secret = HKDF.DeriveKey(HashAlgorithmName.SHA256, former, 32, info: "cleanapi/signing-keys/v1"u8.ToArray());
        var privateKey = Api.Get<SigningKeyProtector>().Unprotect(kid, await ReadAsync<byte[]>("select encrypted_private_key from access.signing_keys"))!;
        await using (var command = Owner.CreateCommand("update access.signing_keys set encrypted_private_key = $1; "))
        {
            command.Parameters.AddWithValue(AesGcmEnvelope.Encrypt(secret, privateKey, System.Text.Encoding.ASCII.GetBytes(kid)));
            await command.ExecuteNonQueryAsync();
        }

        await ExecuteAsync("delete from access.data_keys");
        var upgraded = await StartAsync($"{NewKey()},{Key}");
        upgraded.Get<RootKey>().Derive("signing-keys/v1").Should().Equal(secret);
        (await upgraded.Keys.SigningAsync(CancellationToken.None)).Kid.Should().Be(kid);
    }

    [Fact]
    public async Task Each_purpose_has_a_key_of_its_own()
    {
        var key = Api.Get<RootKey>();
        key.Derive("one").Should().HaveCount(32).And.NotEqual(key.Derive("two"));
        (await StartAsync(Key)).Get<RootKey>().Derive("one").Should().Equal(key.Derive("one"));
    }

    [Fact]
    public async Task What_is_stored_encrypted_is_known()
    {
        // All of them under the data key, which the tests of this class change the key of; the HTTP test of changing it goes through each.
        (await ReadAsync<string>(
            """
            select string_agg(table_schema || '.' || table_name || '.' || column_name, ' ' order by table_schema, table_name, column_name)
            from information_schema.columns where data_type = 'bytea' and column_name like 'encrypted%'
            """)).Should().Be(
            "access.accounts.encrypted_totp_secret access.data_keys.encrypted_key access.data_protection_keys.encrypted_element "
            + "access.one_time_tokens.encrypted_payload access.signing_keys.encrypted_private_key idempotency.idempotent_answers.encrypted_answer mail.messages.encrypted_content "
            + "webhooks.webhook_endpoints.encrypted_previous_secret webhooks.webhook_endpoints.encrypted_secret");
    }

    private static (byte[] Encrypted, byte[] Hash) Encrypt(Instance instance) =>
        (instance.Get<ISecretProtector>().Protect("totp", "context", [1, 2, 3]), instance.Get<RecoveryCodeSecrets>().Hash(Account, "code"));
}
