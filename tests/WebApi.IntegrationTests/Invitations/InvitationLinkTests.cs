using System.Net;
using CleanApi.WebApi.IntegrationTests.Access;
using CleanApi.WebApi.IntegrationTests.Access.People;

namespace CleanApi.WebApi.IntegrationTests.Invitations;

/// <summary>Invitations that are over leave nothing to look at, and tell the organization nothing of who was invited.</summary>
public sealed class InvitationLinkTests(PeopleApi api) : IClassFixture<PeopleApi>
{
    private const string Mine = "/api/v1/me/invitations";

    [Fact]
    public async Task However_many_invitations_are_over_the_list_reads_only_the_open_ones()
    {
        var (email, noisy, first) = (await api.OrganizationAsync("Mine Ltd"), await api.OrganizationAsync("Noisy Ltd"), await api.OrganizationAsync("First Ltd"));
        var open = await api.InviteAsync(first, email);
        using var client = await api.SignedInAsync(email);
        var before = await api.StatementsAsync(() => ListedAsync(client, open));

        // Within an hour an address gets no more than a few of these mails.
        api.Clock.Advance(TimeSpan.FromHours(1) + TimeSpan.FromSeconds(1));
        using var later = await api.SignedInAsync(email);
        using var administrator = await api.SignedInAsync(noisy);
        for (var i = 0; i < 2; i++)
        {
            var id = await SendAsync(administrator, email);
            using var resent = await administrator.PostAsync($"/api/v1/invitations/{id}/resend", null);
            resent.StatusCode.Should().Be(HttpStatusCode.OK);
            // Each link has been mailed, so that there is one that ends.
            await api.MailsAsync(email);
            using var over = i % 2 == 0 ? await administrator.DeleteAsync($"/api/v1/invitations/{id}") : await later.PostJsonAsync($"{Mine}/{id}/decline", new { });
            over.StatusCode.Should().Be(HttpStatusCode.NoContent);
        }

        var after = await api.StatementsAsync(() => ListedAsync(later, open));
        after.Should().HaveSameCount(before, $"these are the statements: {string.Join('\n', after)}");
        await PeopleApi.AcceptOnlyAsync(later);
        (await api.StatementsAsync(() => later.JsonAsync(Mine))).Count.Should().BeLessThan(before.Count, "an accepted one is not read either");
    }

    [Fact]
    public async Task Who_declines_leaves_no_trace_of_where_they_are_in_the_inviting_organization()
    {
        var (email, administrator) = (await api.OrganizationAsync("Mine Ltd"), await api.OrganizationAsync("Theirs Ltd"));
        var id = await api.InviteAsync(administrator, email);
        using var client = await api.SignedInAsync(email);
        client.DefaultRequestHeaders.UserAgent.ParseAdd("Somewhere/1.0");

        using var declined = await client.PostJsonAsync($"{Mine}/{id}/decline", new { });

        declined.StatusCode.Should().Be(HttpStatusCode.NoContent);
        (await api.ScalarAsync<string>(
            $"""
            select concat_ws(' ', coalesce(ip_address::text, '-'), coalesce(user_agent, '-'), (request_id is not null)::text)
            from auditing.audit_logs where action = 'invitation.declined' and target_id = '{id}'
            """)).Should().Be("- - true");
    }

    [Fact]
    public async Task A_session_that_has_to_set_up_a_factor_accepts_nothing_by_a_link_either()
    {
        var (email, administrator) = (await api.OrganizationAsync("Strict Ltd"), await api.OrganizationAsync("Host Ltd"));
        await api.InviteAsync(administrator, email);
        await api.ExecuteAsync(
            $"update organizations.organizations set require_second_factor = true where id = (select organization_id from users.users where email = '{email}')");
        using var restricted = await api.SignedInAsync(email);
        var token = (await api.MailAsync(email, "invited")).Token;

        using var refused = await restricted.PostJsonAsync("/api/v1/invitations/accept", new { token });

        (await PeopleApi.RefusalAsync(refused)).Should().Be((HttpStatusCode.Forbidden, "MFA_REQUIRED"));
        (await api.PostAsync("/api/v1/invitations/lookup", new { token })).Status.Should().Be(HttpStatusCode.OK, "the link stays good");
    }

    private static async Task ListedAsync(HttpClient client, string open) =>
        (await client.JsonAsync(Mine)).At("data").EnumerateArray().Should().ContainSingle().Which.Text("id").Should().Be(open);

    private static async Task<string> SendAsync(HttpClient administrator, string email)
    {
        using var response = await administrator.PostJsonAsync("/api/v1/invitations", new { email });
        response.StatusCode.Should().Be(HttpStatusCode.Created);
        return (await response.JsonAsync()).Text("data.id")!;
    }
}
