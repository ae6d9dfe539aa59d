using System.Net;
using CleanApi.Application.Access;
using CleanApi.WebApi.IntegrationTests.Users;

namespace CleanApi.WebApi.IntegrationTests.Access;

/// <summary>Nobody gives a role, a scope or a key beyond what they have.</summary>
[Trait("Requirement", "R244")]
public sealed class GrantTests(ApiKeysApi api) : IClassFixture<ApiKeysApi>
{
    private const string Invitations = "/api/v1/invitations";

    [Fact]
    public async Task A_key_that_may_create_users_creates_no_administrator()
    {
        var refused = await SendAsync(["users:create"], "POST", UsersApi.Path, new { email = UsersApi.NewEmail(), name = "N", role = "ADMIN" });
        refused.ExpectReason(HttpStatusCode.Forbidden, "EXCEEDS_OWN_RIGHTS");
        refused.Text("error.message").Should().StartWith("You do not have these permissions yourself: activity:read, activity:read_members, audit_logs:read, events:read, files:create, files:delete, files:read, invitations:manage, ");
        var entry = (await api.AuditAsync(refused)).Should().ContainSingle().Subject;
        (entry.Text("action"), entry.Text("outcome")).Should().Be(("user.created", "DENIED"));
        (await SendAsync(["users:create"], "POST", UsersApi.Path, new { email = UsersApi.NewEmail(), name = "N", role = "VIEWER" })).Expect(HttpStatusCode.Forbidden);
    }

    [Theory]
    [InlineData("VIEWER", "activity:read", "files:read", "organization:read", "posts:read")]
    [InlineData("MEMBER", "activity:read", "files:create", "files:read", "organization:read", "posts:read", "posts:create", "posts:update", "posts:delete", "users:read")]
    public async Task A_key_creates_a_user_whose_permissions_it_has(string role, params string[] permissions) =>
        (await SendAsync([.. permissions, "users:create"], "POST", UsersApi.Path, new { email = UsersApi.NewEmail(), name = "N", role })).Expect(HttpStatusCode.Created);

    [Fact]
    public async Task A_key_with_every_scope_creates_administrators() =>
        (await SendAsync([.. ApiKeyScopes.All], "POST", UsersApi.Path, new { email = UsersApi.NewEmail(), name = "N", role = "ADMIN" })).Expect(HttpStatusCode.Created);

    [Fact]
    public async Task A_key_promotes_nobody_above_itself_and_still_edits_an_administrator()
    {
        var (admin, member) = (await api.AddAsync("ADMIN"), await api.AddAsync());
        ExpectExceeds(await SendAsync(["users:update"], "PATCH", member.Path, new { role = "ADMIN" }));
        ExpectExceeds(await SendAsync(["users:update"], "PUT", member.Path, new { name = "N", role = "ADMIN" }));
        (await SendAsync(["users:update"], "PUT", admin.Path, new { name = "Renamed", role = "ADMIN" })).Expect(HttpStatusCode.OK);
    }

    [Fact]
    public async Task A_key_activates_nobody_above_itself()
    {
        var (admin, viewer) = (await api.InviteAsync("ADMIN"), await api.InviteAsync("VIEWER"));
        ExpectExceeds(await SendAsync(["users:activate"], "POST", admin.Path + "/activate"));
        (await SendAsync(["users:activate", "activity:read", "files:read", "organization:read", "posts:read"], "POST", viewer.Path + "/activate")).Expect(HttpStatusCode.OK);
    }

    [Fact]
    public async Task A_key_invites_nobody_above_itself_nor_sends_such_an_invitation_again()
    {
        var email = UsersApi.NewEmail();
        ExpectExceeds(await SendAsync(["invitations:manage"], "POST", Invitations, new { email, role = "ADMIN" }));
        ExpectExceeds(await SendAsync(["invitations:manage"], "POST", UsersApi.Path + "/invite", new { email, role = "ADMIN" }));
        var id = (await api.SendAsync(ApiFixture.Admin, "POST", Invitations, new { email, role = "ADMIN" })).Expect(HttpStatusCode.Created).Text("data.id");
        ExpectExceeds(await SendAsync(["invitations:manage"], "POST", $"{Invitations}/{id}/resend"));
    }

    [Fact]
    public async Task A_person_gives_a_key_only_what_they_have()
    {
        var member = await api.AddAsync();
        ExpectExceeds(await api.SendAsync(member.Email, "POST", ApiKeysApi.Keys, new { name = "Wide", scopes = new[] { "users:delete", "posts:read" } }));
    }

    [Fact]
    public async Task A_person_who_was_demoted_hands_on_no_key_with_their_former_rights()
    {
        var person = await api.AddAsync("ADMIN");
        var (path, _) = await api.CreateAsync(person.Email, new { name = "Wide", scopes = new[] { "users:delete", "posts:read" } });
        (await api.SendAsync(ApiFixture.Admin, "PATCH", person.Path, new { role = "MEMBER" })).Expect(HttpStatusCode.OK);
        var token = await api.SignInAsync(person.Email);
        ExpectExceeds(await api.SendWithTokenAsync(token, "POST", path + "/rotate"));
        (await api.SendWithTokenAsync(token, "PATCH", path, new { scopes = new[] { "posts:read" } })).Expect(HttpStatusCode.OK);
        (await api.SendWithTokenAsync(token, "POST", path + "/rotate")).Expect(HttpStatusCode.Created);
    }

    [Fact]
    public async Task A_key_renames_the_organization_but_does_not_decide_who_needs_a_second_factor()
    {
        (await SendAsync(["organization:update"], "PATCH", "/api/v1/organization", new { name = "Acme" })).Expect(HttpStatusCode.OK);
        (await SendAsync(["organization:update"], "PATCH", "/api/v1/organization", new { requireSecondFactor = true }))
            .ExpectRefusal(HttpStatusCode.Forbidden, "AUTHORIZATION_ERROR", "PERSON_REQUIRED", "A person has to be signed in for this");
        (await api.GetAsync(ApiFixture.Admin, "/api/v1/organization")).Body.At("data.attributes.requireSecondFactor").GetBoolean().Should().BeFalse();
    }

    private static void ExpectExceeds(Answer answer) => answer.ExpectReason(HttpStatusCode.Forbidden, "EXCEEDS_OWN_RIGHTS");

    private async Task<Answer> SendAsync(string[] scopes, string method, string path, object? body = null)
    {
        // Each key is mailed to its owner, who gets only so many mails.
        var (_, key) = await api.CreateAsync((await api.AddAsync("ADMIN")).Email, new { name = "Key", scopes });
        return await api.SendWithTokenAsync(key, method, path, body);
    }
}
