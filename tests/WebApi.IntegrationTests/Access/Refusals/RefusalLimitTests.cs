using System.Net;
using CleanApi.Domain.Errors;

namespace CleanApi.WebApi.IntegrationTests.Access.Refusals;

/// <summary>Nobody fills the audit log by being refused again and again.</summary>
[Trait("Requirement", "R252")]
public sealed class RefusalLimitTests(RefusalApi api) : IClassFixture<RefusalApi>
{
    private const string Denied = "/api/v1/invitations";

    [Fact]
    public async Task The_same_denial_of_a_caller_is_recorded_once_a_minute_and_another_caller_s_by_itself()
    {
        var person = await api.PersonAsync();
        await api.ChangeAsync(person, "role = 'MEMBER'");
        using var client = await api.SignedInAsync(person.Email);
        using var other = await api.SignedInAsync(person.Email);
        foreach (var one in new[] { client, client, other, client })
        {
            (await RefusalApi.RefuseAsync(one, HttpMethod.Get, Denied)).Status.Should().Be(403);
        }

        (await CountAsync(person, "list_invitations")).Should().Be(2, "there are two sessions");
        (await RefusalApi.RefuseAsync(client, HttpMethod.Post, Denied, new { email = AccountsApi.NewEmail() })).Status.Should().Be(403);
        (await CountAsync(person, "invitation.sent")).Should().Be(1, "it is another action");
        api.Clock.Advance(TimeSpan.FromSeconds(61));
        (await RefusalApi.RefuseAsync(client, HttpMethod.Get, Denied)).Status.Should().Be(403);
        (await CountAsync(person, "list_invitations")).Should().Be(3);
    }

    [Fact]
    public async Task A_session_that_has_ended_is_told_so_although_its_denial_is_not_recorded_again()
    {
        var person = await api.PersonAsync();
        await api.ChangeAsync(person, "role = 'MEMBER'");
        var (access, refreshToken) = await api.SessionAsync(person.Email);
        using var client = api.CreateClient(access);
        (await RefusalApi.RefuseAsync(client, HttpMethod.Get, Denied)).Status.Should().Be(403);
        (await api.PostAsync("/api/auth/logout", new { refreshToken })).Status.Should().Be(HttpStatusCode.NoContent);
        var (id, status) = await RefusalApi.RefuseAsync(client, HttpMethod.Get, Denied);
        status.Should().Be(401);
        (await api.EntriesAsync(id)).Should().BeEmpty("whoever has an ended session is nobody");
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Of_a_delay_the_first_refused_guess_is_recorded_and_the_account_does_not_change(bool isKnown)
    {
        var email = isKnown ? (await api.PersonAsync()).Email : AccountsApi.NewEmail();
        var before = await VersionAsync(email);
        List<IReadOnlyList<string>> refused = [];
        for (var i = 0; i < 8; i++)
        {
            var (id, status) = await api.RefuseAsync("/api/auth/login", new { email, password = "wrong" });
            status.Should().Be(i < 5 ? 401 : 429);
            refused.Add(await api.EntriesAsync(id));
        }

        refused.Take(5).Should().OnlyContain(entries => entries.Count == 1, "each guess that is compared is recorded");
        refused[5].Should().ContainSingle().Which.Should().Contain($"sign_in FAILED {ErrorCodes.RateLimitExceeded}");
        refused.Skip(6).Should().OnlyContain(entries => entries.Count == 0);
        (await VersionAsync(email)).Should().Be(before);
    }

    [Fact]
    public async Task Wrong_codes_in_a_session_leave_the_account_as_it_is()
    {
        var person = await api.PersonAsync();
        using var client = await api.SignedInAsync(person.Email);
        var before = await VersionAsync(person.Email);
        for (var i = 0; i < 12; i++)
        {
            await RefusalApi.RefuseAsync(client, HttpMethod.Post, "/api/v1/me/reauthenticate", new { password = "wrong" });
        }

        (await CountAsync(person, "session.reauthenticated")).Should().Be(11, "ten were compared, and the first of the delay is recorded");
        (await VersionAsync(person.Email)).Should().Be(before);
    }

    private Task<long> CountAsync(RefusedPerson person, string action) => api.ScalarAsync<long>(
        $"select count(*) from auditing.audit_logs log join users.users person using (organization_id) where person.email = '{person.Email}' and action = '{action}' and outcome <> 'SUCCEEDED'");

    private Task<long> VersionAsync(string email) => api.ScalarAsync<long>($"select version from access.accounts where email = '{email}'");
}
