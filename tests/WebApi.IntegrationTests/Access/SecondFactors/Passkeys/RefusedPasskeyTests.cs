using System.Net;
using CleanApi.Domain.Organizations;
using CleanApi.WebApi.IntegrationTests.Access.Refusals;

namespace CleanApi.WebApi.IntegrationTests.Access;

/// <summary>A refused passkey is one entry of the audit log, about whose passkey it is.</summary>
[Trait("Requirement", "R252")]
public sealed class RefusedPasskeyTests(PasskeyApi api) : IClassFixture<PasskeyApi>
{
    [Fact]
    public async Task A_tampered_one_is_about_the_user_whose_passkey_it_names()
    {
        using var authenticator = new SoftAuthenticator();
        var email = await api.PersonAsync();
        await api.AddAsync(email, authenticator);
        await RefusedAsync(authenticator, new Tampering { FlipsSignature = true });
        (await EntriesAsync(email)).Should().Equal($"sign_in FAILED INVALID_PASSKEY in {await api.OrganizationOfAsync(email)} by nobody on user {await api.StoredUserIdAsync(email)}");
        (await api.SignInAsync(authenticator)).Status.Should().Be(HttpStatusCode.OK);
        (await EntriesAsync(email)).Should().ContainSingle("the honest one leaves none");
    }

    [Fact]
    public async Task That_of_somebody_deactivated_says_so()
    {
        using var authenticator = new SoftAuthenticator();
        var email = await api.PersonAsync();
        await api.AddAsync(email, authenticator);
        await api.ExecuteAsync($"update users.users set status = 'DEACTIVATED' where email = '{email}'");
        await RefusedAsync(authenticator);
        (await EntriesAsync(email)).Should().Equal($"sign_in FAILED ACCOUNT_UNAVAILABLE in {await api.OrganizationOfAsync(email)} by nobody on user {await api.StoredUserIdAsync(email)}");
    }

    [Fact]
    public async Task An_unknown_one_is_about_nobody()
    {
        using var authenticator = new SoftAuthenticator();
        await RefusedAsync(authenticator);
        (await api.EntriesWhereAsync($"organization_id = '{Guid.Empty}'")).Should().Equal($"sign_in FAILED INVALID_PASSKEY in {default(OrganizationId)} by nobody on nothing");
    }

    [Fact]
    public async Task A_copied_authenticator_is_one_entry_about_its_passkey()
    {
        using var authenticator = new SoftAuthenticator { Counter = 5 };
        var email = await api.PersonAsync();
        var id = await api.AddAsync(email, authenticator);
        authenticator.Counter = 1;
        await RefusedAsync(authenticator);
        (await EntriesAsync(email, id)).Should().Equal($"passkey.counter_regressed FAILED COUNTER_REGRESSED in {await api.OrganizationOfAsync(email)} by nobody on passkey {id}");
    }

    [Fact]
    public async Task Another_s_in_a_session_is_about_that_session()
    {
        using var foreign = new SoftAuthenticator();
        var (email, other) = (await api.PersonAsync(), await api.PersonAsync());
        await api.AddAsync(email, foreign);
        using var own = new SoftAuthenticator();
        await api.AddAsync(other, own);
        var (token, options) = await api.ChallengeAsync();
        var (status, _) = await api.SendAsync(other, HttpMethod.Post, SecondFactorApi.ProofPath, new { token, credential = foreign.Get(options) });
        status.Should().Be(HttpStatusCode.UnprocessableEntity);
        (await api.EntriesWhereAsync("action = 'session.reauthenticated'")).Should().ContainSingle()
            .Which.Should().Match($"session.reauthenticated FAILED INVALID_PASSKEY in {await api.OrganizationOfAsync(other)} by nobody on session ses_*");
        (await EntriesAsync(email)).Should().BeEmpty();
    }

    private async Task RefusedAsync(SoftAuthenticator authenticator, Tampering? tampering = null) =>
        (await api.SignInAsync(authenticator, tampering)).Status.Should().Be(HttpStatusCode.Unauthorized);

    private async Task<IReadOnlyList<string>> EntriesAsync(string email, string? passkey = null) =>
        await api.EntriesWhereAsync($"outcome <> 'SUCCEEDED' and target_id in ('{await api.StoredUserIdAsync(email)}', '{passkey}')");
}
