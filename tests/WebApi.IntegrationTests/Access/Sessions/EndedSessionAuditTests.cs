using System.Net;

namespace CleanApi.WebApi.IntegrationTests.Access;

/// <summary>Whatever ends sessions before their time leaves an audit entry for each of them.</summary>
public sealed class EndedSessionAuditTests(AccountsApi api) : IClassFixture<AccountsApi>
{
    [Fact]
    [Trait("Requirement", "R238")]
    public async Task A_password_reset_leaves_an_entry_for_each_session_that_it_ends()
    {
        var email = await api.RegisteredAsync();
        var ids = await SessionsAsync(email, AccountsApi.FirstPassword);

        (await api.ResetAsync(await api.ResetTokenAsync(email))).Status.Should().Be(HttpStatusCode.NoContent);

        (await EntriesAsync(ids, "PASSWORD_CHANGED", by: email)).Should().BeEquivalentTo(ids);
    }

    [Fact]
    [Trait("Requirement", "R238")]
    public async Task A_password_change_leaves_an_entry_for_each_session_that_it_ends()
    {
        var email = await api.RegisteredAsync();
        var ids = await SessionsAsync(email, AccountsApi.FirstPassword);
        var (access, _) = await api.SessionAsync(email);

        (await api.PostAsync("/api/v1/me/password", new { currentPassword = AccountsApi.FirstPassword, newPassword = AccountsApi.NextPassword }, access))
            .Status.Should().Be(HttpStatusCode.NoContent);

        (await EntriesAsync(ids, "PASSWORD_CHANGED", by: email)).Should().BeEquivalentTo(ids);
        (await api.AuditedAsync(email, "session.ended")).Should().Be(0, "the target is the session, not the account");
    }

    [Theory]
    [InlineData("user21@acme.test", "POST", "/deactivate", "ENDED_BY_ADMINISTRATOR")]
    [InlineData("user22@acme.test", "DELETE", "", "ACCOUNT_CLOSED")]
    [Trait("Requirement", "R238")]
    public async Task A_deactivation_and_a_deletion_leave_an_entry_for_each_session_that_they_end(string email, string method, string action, string reason)
    {
        var ids = await SessionsAsync(email, ApiFixture.Password);
        using var admin = await api.ClientAsync(ApiFixture.Admin);
        using var request = new HttpRequestMessage(new HttpMethod(method), new Uri($"/api/v1/users/{await api.UserIdAsync(email)}{action}", UriKind.Relative));

        using var response = await admin.SendAsync(request);

        response.IsSuccessStatusCode.Should().BeTrue();
        (await EntriesAsync(ids, reason, by: ApiFixture.Admin)).Should().BeEquivalentTo(ids);
    }

    // Signs in twice.
    private async Task<IReadOnlyList<string>> SessionsAsync(string email, string password)
    {
        await api.SessionAsync(email, password);
        using var client = api.CreateClient((await api.SessionAsync(email, password)).Access);
        var ids = (await client.JsonAsync("/api/v1/me/sessions")).At("data").EnumerateArray().Select(session => session.Text("id")!).ToList();
        ids.Should().HaveCount(2);
        return ids;
    }

    private async Task<IReadOnlyList<string>> EntriesAsync(IReadOnlyList<string> ids, string reason, string by) => await api.ScalarAsync<string[]>(
        $"""
        select coalesce(array_agg(target_id), array[]::text[]) from auditing.audit_logs entry join users.users person on person.id = entry.actor_id
        where action = 'session.ended' and outcome = 'SUCCEEDED' and target_type = 'session' and person.email = '{by}'
          and changes -> 'revokedReason' ->> 'to' = '{reason}' and target_id in ('{string.Join("', '", ids)}')
        """) ?? [];
}
