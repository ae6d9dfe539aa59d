using System.Security.Cryptography;
using System.Text;
using CleanApi.Application.Common.Security;
using CleanApi.Infrastructure.Access;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;

namespace CleanApi.Infrastructure.IntegrationTests.Access;

public sealed class DataProtectionKeysTests(AccessCluster cluster) : AccessTest(cluster)
{
    [Fact]
    public async Task Instances_with_one_database_can_unprotect_each_other_s_data()
    {
        var value = Protector(Api).Protect("value");
        var other = await StartAsync(Key);
        Protector(other).Unprotect(value).Should().Be("value");
        Protector(Api).Unprotect(Protector(other).Protect("back")).Should().Be("back");
        (await CountAsync()).Should().Be(1);
    }

    [Fact]
    public async Task A_key_is_stored_encrypted_and_bound_to_its_name()
    {
        Protector(Api).Protect("value");
        var stored = await ReadAsync<byte[]>("select encrypted_element from access.data_protection_keys");
        Encoding.Latin1.GetString(stored).Should().NotContainAny("masterKey", "descriptor", "encryption");
        var name = await ReadAsync<string>("select name from access.data_protection_keys");
        var secrets = Api.Get<ISecretProtector>();
        Encoding.UTF8.GetString(secrets.Unprotect("data-protection-keys", name, stored)!).Should().Contain("<masterKey");
        secrets.Unprotect("data-protection-keys", "key-other", stored).Should().BeNull();
    }

    [Fact]
    public async Task Without_the_data_key_an_instance_cannot_decrypt_the_keys_and_creates_its_own()
    {
        var value = Protector(Api).Protect("value");
        var foreign = await StartWithoutDataKeyAsync();
        Protector(foreign).Invoking(protector => protector.Unprotect(value)).Should().Throw<CryptographicException>();
        Protector(foreign).Unprotect(Protector(foreign).Protect("own")).Should().Be("own");
        (await CountAsync()).Should().Be(2);
    }

    [Fact]
    public async Task A_revocation_reaches_the_instances_that_start_after_it()
    {
        var value = Protector(Api).Protect("value");
        Api.Get<IKeyManager>().RevokeAllKeys(DateTimeOffset.UtcNow, "stolen");
        var other = await StartAsync(Key);
        Protector(other).Invoking(protector => protector.Unprotect(value)).Should().Throw<CryptographicException>();
    }

    private static IDataProtector Protector(Instance instance) => instance.Get<IDataProtectionProvider>().CreateProtector("test");

    private Task<long> CountAsync() => ReadAsync<long>("select count(*) from access.data_protection_keys");
}
