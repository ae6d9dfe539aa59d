using CleanApi.Application.Access;
using CleanApi.Application.Common.Security;
using CleanApi.Domain.Access;
using CleanApi.Domain.Common;
using CleanApi.Domain.Organizations;
using CleanApi.Domain.Users;
using CleanApi.Infrastructure.Access;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace CleanApi.Infrastructure.IntegrationTests.Access;

[Trait("Requirement", "R101")]
public sealed class SigningKeysTests(AccessCluster cluster) : AccessTest(cluster)
{
    private static readonly TimeSpan Day = TimeSpan.FromDays(1);

    [Fact]
    public async Task Concurrent_instances_create_one_key()
    {
        var other = await StartAsync(Key);
        var keys = await Task.WhenAll(Enumerable.Range(0, 10).Select(i => (i % 2 == 0 ? Api : other).Keys.SigningAsync(CancellationToken.None).AsTask()));
        keys.Select(key => key.Kid).Distinct().Should().ContainSingle();
        (await CountAsync()).Should().Be(1);
    }

    [Fact]
    public async Task A_key_signs_for_90_days_and_is_accepted_and_published_for_14_more()
    {
        var first = await Api.Keys.SigningAsync(CancellationToken.None);
        var token = await IssueAsync(Api);
        Clock.Advance(90 * Day - TimeSpan.FromSeconds(1));
        (await Api.Keys.SigningAsync(CancellationToken.None)).Kid.Should().Be(first.Kid);

        Clock.Advance(TimeSpan.FromSeconds(1));
        var second = await Api.Keys.SigningAsync(CancellationToken.None);
        second.Kid.Should().NotBe(first.Kid);
        (await PublishedAsync(Api)).Should().Equal(second.Kid, first.Kid);
        (await Api.Keys.FindAsync(first.Kid, CancellationToken.None)).Should().NotBeNull();
        (await Api.Reader.ReadAsync(token, CancellationToken.None)).Should().BeNull("the token itself lasted 15 minutes");

        Clock.Advance(14 * Day);
        (await Api.Keys.FindAsync(first.Kid, CancellationToken.None)).Should().BeNull();
        (await PublishedAsync(Api)).Should().Equal(second.Kid);
    }

    [Fact]
    public async Task A_token_signed_just_before_the_rotation_is_accepted_after_it()
    {
        await Api.Keys.SigningAsync(CancellationToken.None);
        Clock.Advance(90 * Day - TimeSpan.FromMinutes(1));
        var token = await IssueAsync(Api);
        Clock.Advance(TimeSpan.FromMinutes(2));
        await Api.Keys.SigningAsync(CancellationToken.None);
        (await Api.Reader.ReadAsync(token, CancellationToken.None)).Should().NotBeNull();
    }

    [Fact]
    public async Task An_instance_reloads_for_an_unknown_key_id()
    {
        var other = await StartAsync(Key);
        await other.Keys.SigningAsync(CancellationToken.None);
        await Api.Keys.SigningAsync(CancellationToken.None);
        Clock.Advance(90 * Day);
        var token = await IssueAsync(other);
        (await Api.Reader.ReadAsync(token, CancellationToken.None)).Should().NotBeNull();
        (await PublishedAsync(Api)).Should().HaveCount(2);
    }

    [Fact]
    public async Task Unknown_key_ids_cause_a_query_at_most_every_few_seconds()
    {
        var other = await StartAsync(Key);
        await Api.Keys.SigningAsync(CancellationToken.None);
        await Owner.CreateCommand("delete from access.signing_keys").ExecuteNonQueryAsync();
        var made = await other.Keys.SigningAsync(CancellationToken.None);
        (await Api.Keys.FindAsync("unknown", CancellationToken.None)).Should().BeNull();
        (await Api.Keys.FindAsync(made.Kid, CancellationToken.None)).Should().BeNull("the keys were read a moment ago");
        Clock.Advance(TimeSpan.FromSeconds(3));
        (await Api.Keys.FindAsync(made.Kid, CancellationToken.None)).Should().NotBeNull();
    }

    [Fact]
    public async Task A_restart_keeps_the_key()
    {
        var token = await IssueAsync(Api);
        var restarted = await StartAsync(Key);
        (await restarted.Keys.SigningAsync(CancellationToken.None)).Kid.Should().Be((await Api.Keys.SigningAsync(CancellationToken.None)).Kid);
        (await restarted.Reader.ReadAsync(token, CancellationToken.None)).Should().NotBeNull();
    }

    [Fact]
    public async Task Without_the_data_key_a_new_key_signs_and_old_tokens_stay_valid()
    {
        var token = await IssueAsync(Api);
        var restarted = await StartWithoutDataKeyAsync();
        (await restarted.Keys.SigningAsync(CancellationToken.None)).Kid.Should().NotBe((await Api.Keys.SigningAsync(CancellationToken.None)).Kid);
        (await restarted.Reader.ReadAsync(token, CancellationToken.None)).Should().NotBeNull();
    }

    [Fact]
    public async Task Private_keys_are_stored_encrypted_and_bound_to_their_key_id()
    {
        await Api.Keys.SigningAsync(CancellationToken.None);
        var stored = await ReadAsync<byte[]>("select encrypted_private_key from access.signing_keys");
        var kid = await ReadAsync<string>("select kid from access.signing_keys");
        var protector = Api.Get<SigningKeyProtector>();
        protector.Unprotect(kid, stored).Should().NotBeNull();
        protector.Unprotect("other", stored).Should().BeNull();
        stored[^1] ^= 1;
        protector.Unprotect(kid, stored).Should().BeNull();
        protector.Unprotect(kid, [1, 2, 3]).Should().BeNull();
    }

    [Fact]
    public async Task Published_keys_contain_no_private_key()
    {
        var key = (await Api.SendAsync(new GetJsonWebKeySet())).Keys.Should().ContainSingle().Subject;
        (key.Kty, key.Use, key.Alg, key.E, key.N.Length).Should().Be(("RSA", "sig", "RS256", "AQAB", 342));
    }

    [Fact]
    public async Task Housekeeping_creates_the_first_key_and_deletes_expired_ones()
    {
        var housekeeping = Api.Get<IEnumerable<IHostedService>>().OfType<AccessHousekeeping>().Single();
        await housekeeping.RunOnceAsync(CancellationToken.None);
        var first = await ReadAsync<string>("select kid from access.signing_keys");
        Clock.Advance(104 * Day);
        await housekeeping.RunOnceAsync(CancellationToken.None);
        (await ReadAsync<string>("select kid from access.signing_keys")).Should().NotBe(first);
    }

    private async Task<string> IssueAsync(Instance instance) => (await instance.Issuer.IssueAsync(
        new UserCaller(TypeId.New<UserId>(Clock.GetUtcNow()), TypeId.New<OrganizationId>(Clock.GetUtcNow()), UserRole.Member, TypeId.New<SessionId>(Clock.GetUtcNow()), 1),
        EmailAddress.Parse("ada@acme.test"),
        TimeSpan.FromDays(7),
        CancellationToken.None)).Value;

    private static async Task<IEnumerable<string>> PublishedAsync(Instance instance) =>
        (await instance.SendAsync(new GetJsonWebKeySet())).Keys.Select(key => key.Kid);

    private Task<long> CountAsync() => ReadAsync<long>("select count(*) from access.signing_keys");
}
