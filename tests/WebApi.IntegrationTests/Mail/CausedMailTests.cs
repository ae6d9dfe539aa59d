using System.Net;
using CleanApi.WebApi.IntegrationTests.Access;
using CleanApi.WebApi.IntegrationTests.Access.People;
using CleanApi.WebApi.IntegrationTests.Http;
using CleanApi.WebApi.IntegrationTests.Invitations;

namespace CleanApi.WebApi.IntegrationTests.Mail;

/// <summary>What somebody who floods an address gets, and what its owner still gets.</summary>
public sealed class CausedMailTests(PeopleApi api) : IClassFixture<PeopleApi>
{
    [Fact]
    [Trait("Requirement", "R251")]
    public async Task Whoever_asks_too_often_is_told_nothing_and_the_owner_still_gets_links_and_notices()
    {
        var email = await api.OrganizationAsync("Flooded");
        var answers = new List<(HttpStatusCode, string)>();
        for (var number = 0; number < 8; number++)
        {
            var (status, body) = await api.RegisterAsync(email, "Spam Ltd");
            answers.Add((status, body.GetRawText()));
        }

        answers.Distinct().Should().Equal((HttpStatusCode.Accepted, "null"));
        var token = await api.ResetTokenAsync(email);
        foreach (var _ in Enumerable.Range(0, 8))
        {
            (await api.PostAsync("/api/auth/forgot-password", new { email })).Status.Should().Be(HttpStatusCode.Accepted);
        }

        (await api.ResetAsync(token)).Status.Should().Be(HttpStatusCode.NoContent);

        var mails = await api.MailsAsync(email);
        mails.Count(mail => mail.Subject == "You have an account already").Should().Be(4, "the registration of the owner was the first");
        mails.Count(mail => mail.Subject == "Set another password").Should().Be(3);
        mails.Should().ContainSingle(mail => mail.Subject == "Your password was changed");
    }

    [Fact]
    [Trait("Requirement", "R251")]
    public async Task The_invitations_of_all_organizations_count_together_and_one_that_is_not_mailed_is_refused()
    {
        var guest = AccountsApi.NewEmail();
        var (first, second) = (await api.OrganizationAsync("First"), await api.OrganizationAsync("Second"));
        using var one = await api.SignedInAsync(first);
        using var other = await api.SignedInAsync(second);
        var ids = new List<string>();
        foreach (var client in new[] { one, one, one, other, other })
        {
            using var sent = await client.PostJsonAsync("/api/v1/invitations", new { email = guest, role = "VIEWER" });
            sent.IsSuccessStatusCode.Should().BeTrue();
            ids.Add((await sent.JsonAsync()).Text("data.id")!);
            // Of an invitation that is sent again before, one mail goes.
            await api.InvitationTokenAsync(guest, ids.Count);
        }

        using var again = await other.PostJsonAsync($"/api/v1/invitations/{ids[^1]}/resend", new { });
        using var created = await other.PostJsonAsync("/api/v1/users", new { email = guest, name = "Guest", role = "VIEWER", sendInvitation = true });

        foreach (var refused in new[] { again, created })
        {
            (refused.StatusCode, refused.Headers.RetryAfter?.Delta).Should().Be((HttpStatusCode.TooManyRequests, TimeSpan.FromHours(1)));
        }

        (await other.JsonAsync("/api/v1/users?total=true")).At("meta.total").GetInt32().Should().Be(1, "nobody was created without the mail that was asked for");
        (await api.ScalarAsync<int>($"select sum(sendings)::int from invitations.invitations where email = '{guest}'")).Should().Be(5);
        (await api.MailsAsync(guest)).Should().HaveCount(5);
        using var elsewhere = await other.PostJsonAsync("/api/v1/invitations", new { email = AccountsApi.NewEmail(), role = "VIEWER" });
        elsewhere.StatusCode.Should().Be(HttpStatusCode.Created);
    }

    [Fact]
    [Trait("Requirement", "R251")]
    public async Task No_key_is_made_when_its_owner_could_not_be_told()
    {
        var email = await api.OrganizationAsync("Keys");
        using var client = await api.SignedInAsync(email);
        HttpStatusCode status;
        var made = -1;
        do
        {
            using var key = await client.PostJsonAsync("/api/v1/api-keys", new { name = "Key", scopes = new[] { "users:read" } });
            status = key.StatusCode;
            made++;
        }
        while (status == HttpStatusCode.Created);

        status.Should().Be(HttpStatusCode.TooManyRequests);
        (await api.MailsAsync(email)).Should().HaveCount(12);
        (await client.JsonAsync("/api/v1/api-keys")).At("data").GetArrayLength().Should().Be(made);
        using var changed = await client.PostJsonAsync(
            "/api/v1/me/password", new { currentPassword = AccountsApi.FirstPassword, newPassword = AccountsApi.NextPassword });
        changed.StatusCode.Should().Be(HttpStatusCode.NoContent, "what protects is not refused");
    }
}
