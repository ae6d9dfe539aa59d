using System.Net;
using CleanApi.WebApi.IntegrationTests.Access;
using CleanApi.WebApi.IntegrationTests.Access.People;

namespace CleanApi.WebApi.IntegrationTests.Invitations;

/// <summary>An invitation does not outlive the rights of whoever sent it.</summary>
public sealed class InvitationSenderTests(PeopleApi api) : IClassFixture<PeopleApi>
{
    private const string Invalid = "This invitation is not valid: it has been used, declined or withdrawn, or the link is incomplete. Ask for a new one";

    [Theory]
    [InlineData("demoted")]
    [InlineData("deactivated")]
    [InlineData("deleted")]
    [InlineData("left")]
    [Trait("Requirement", "R244")]
    public async Task Whoever_lost_their_rights_lets_nobody_in_until_somebody_else_invites(string how)
    {
        var (owner, sender, id) = await SenderAsync();
        var (stranger, known) = (AccountsApi.NewEmail(), await api.OrganizationAsync("Known Ltd"));
        await InviteThereAsync(sender, stranger);
        var invitation = await InviteThereAsync(sender, known);
        var (token, knownToken) = ((await api.MailAsync(stranger, "invited")).Token, (await api.MailAsync(known, "invited")).Token);

        await LoseAsync(how, owner, sender, id);

        foreach (var one in new[] { token, knownToken })
        {
            (await LookupAsync(one)).Should().Be((HttpStatusCode.UnprocessableEntity, Invalid));
        }

        var (refused, body) = await api.PostAsync("/api/v1/invitations/accept", new { token, name = "Mallory", password = AccountsApi.FirstPassword });
        (refused, body.Text("error.details.0.message")).Should().Be((HttpStatusCode.UnprocessableEntity, Invalid));
        using var client = await api.SignedInAsync(known);
        (await client.JsonAsync("/api/v1/me/invitations")).At("data").GetArrayLength().Should().Be(0);
        using var accepted = await client.PostJsonAsync($"/api/v1/me/invitations/{invitation}/accept", new { });
        accepted.StatusCode.Should().Be(HttpStatusCode.NotFound);

        using var resent = await owner.PostAsync($"/api/v1/invitations/{invitation}/resend", null);
        resent.StatusCode.Should().Be(HttpStatusCode.OK);
        await PeopleApi.AcceptOnlyAsync(client);
    }

    [Fact]
    [Trait("Requirement", "R244")]
    public async Task Nor_does_one_that_their_API_key_sent()
    {
        var (owner, sender, id) = await SenderAsync();
        using var created = await sender.PostJsonAsync("/api/v1/api-keys", new { name = "Invite", scopes = new[] { "invitations:manage", "activity:read", "files:read", "organization:read", "posts:read" } });
        using var key = api.CreateClient((await created.JsonAsync()).Text("data.attributes.key"));
        var email = AccountsApi.NewEmail();
        using var sent = await key.PostJsonAsync("/api/v1/invitations", new { email, role = "VIEWER" });
        sent.StatusCode.Should().Be(HttpStatusCode.Created);
        var token = (await api.MailAsync(email, "invited")).Token;
        (await LookupAsync(token)).Status.Should().Be(HttpStatusCode.OK);

        await LoseAsync("demoted", owner, sender, id);

        (await LookupAsync(token)).Should().Be((HttpStatusCode.UnprocessableEntity, Invalid));
    }

    private static async Task<string> InviteThereAsync(HttpClient sender, string email)
    {
        using var response = await sender.PostJsonAsync("/api/v1/invitations", new { email, role = "ADMIN" });
        response.StatusCode.Should().Be(HttpStatusCode.Created);
        return (await response.JsonAsync()).Text("data.id")!;
    }

    private static async Task LoseAsync(string how, HttpClient owner, HttpClient sender, string id)
    {
        var path = $"/api/v1/users/{id}";
        using var response = how switch
        {
            "demoted" => await owner.PatchTextAsync(path, """{"role":"MEMBER"}"""),
            "deactivated" => await owner.PostAsync($"{path}/deactivate", null),
            "deleted" => await owner.DeleteAsync(path),
            _ => await sender.DeleteAsync($"/api/v1/me/organizations/{(await PeopleApi.OrganizationsAsync(sender))["Host Ltd"]}"),
        };
        response.IsSuccessStatusCode.Should().BeTrue(await response.Content.ReadAsStringAsync());
    }

    // An organization with its owner, and a second administrator, who is in another organization too.
    private async Task<(HttpClient Owner, HttpClient Sender, string SenderId)> SenderAsync()
    {
        var (admin, email) = (await api.OrganizationAsync("Host Ltd"), await api.OrganizationAsync("Home Ltd"));
        await api.InviteAsync(admin, email, "ADMIN");
        using var home = await api.SignedInAsync(email);
        await PeopleApi.AcceptOnlyAsync(home);
        var sender = await api.SignedInAsync(email, (await PeopleApi.OrganizationsAsync(home))["Host Ltd"]);
        return (await api.SignedInAsync(admin), sender, (await sender.JsonAsync("/api/v1/me")).Text("data.id")!);
    }

    private async Task<(HttpStatusCode Status, string? Message)> LookupAsync(string token)
    {
        var (status, body) = await api.PostAsync("/api/v1/invitations/lookup", new { token });
        return (status, status == HttpStatusCode.OK ? null : body.Text("error.details.0.message"));
    }
}
