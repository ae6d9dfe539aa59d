using System.Net;
using CleanApi.Domain.Invitations;

namespace CleanApi.WebApi.IntegrationTests.Invitations;

public sealed class SendInvitationTests(ApiFixture api) : IClassFixture<ApiFixture>
{
    [Theory]
    [Trait("Requirement", "R193")]
    [Trait("Requirement", "R209")]
    [Trait("Requirement", "R211")]
    [Trait("Requirement", "R231")]
    [Trait("Requirement", "R237")]
    [Trait("Requirement", "R238")]
    [InlineData("/api/v1/invitations", "grace@new.test")]
    [InlineData("/api/v1/users/invite", "grace@form.test")]
    public async Task An_administrator_invites_and_the_mail_has_the_link(string path, string email)
    {
        var (status, body) = await api.PostAsync(ApiFixture.Admin, path, new { email = $" {email.ToUpperInvariant()} ", role = "VIEWER" });

        status.Should().Be(HttpStatusCode.Created);
        var id = body.Text("data.id");
        id.Should().StartWith("inv_");
        (body.Text("data.type"), body.Text("data.attributes.email"), body.Text("data.attributes.role"), body.Text("data.attributes.status"))
            .Should().Be(("invitation", email, "VIEWER", "PENDING"));
        body.Text("data.relationships.invitedBy.id").Should().Be(await api.UserIdAsync(ApiFixture.Admin));
        (body.At("data.attributes.expiresAt").GetDateTimeOffset() - body.At("data.attributes.createdAt").GetDateTimeOffset()).Should().Be(TimeSpan.FromDays(7));
        var mail = await api.MailAsync(email, "You are invited to join an organization");
        mail.Link.Should().StartWith("http://127.0.0.1:5080/auth/accept-invitation?token=tok_");
        mail.Text.Should().Contain("invited to join an organization as a viewer.").And.Contain("    Acme Admin").And.Contain("    Acme").And.NotContain("another provider", "none is set up");
        (await api.AuditedAsync("invitation.sent", $"outcome = 'SUCCEEDED' and target_type = 'invitation' and target_id = '{id}'")).Should().Be(1);
        using var admin = await api.ClientAsync(ApiFixture.Admin);
        (await admin.JsonAsync(InvitationsApi.Path)).At("data.0").GetRawText().Should().Be(body.At("data").GetRawText());
        (await admin.JsonAsync($"{InvitationsApi.Path}/{id}")).At("data").GetRawText().Should().Be(body.At("data").GetRawText());
    }

    [Theory]
    [Trait("Requirement", "R193")]
    [Trait("Requirement", "R206")]
    [InlineData(ApiFixture.Member, "/api/v1/invitations")]
    [InlineData(ApiFixture.Viewer, "/api/v1/invitations")]
    [InlineData(ApiFixture.Member, "/api/v1/users/invite")]
    public async Task Only_administrators_can_invite(string by, string path)
    {
        var (status, body) = await api.PostAsync(by, path, new { email = "never@new.test", role = "MEMBER" });

        (status, body.Text("error.message")).Should().Be((HttpStatusCode.Forbidden, "Only admins can invite users"));
        (await api.MailsAsync("never@new.test")).Should().BeEmpty();
        (await api.AuditedAsync("invitation.sent", "outcome = 'DENIED'")).Should().BePositive();
    }

    [Fact]
    [Trait("Requirement", "R61")]
    [Trait("Requirement", "R208")]
    [Trait("Requirement", "R243")]
    public async Task A_user_of_the_organization_who_is_in_is_refused()
    {
        var (status, body) = await api.PostAsync(ApiFixture.Admin, InvitationsApi.Path, new { email = "Member@acme.test", role = "MEMBER" });

        (status, body.Text("error.code"), body.Text("error.message"), body.Text("error.details.0.field"), body.Text("error.details.1.code"))
            .Should().Be((HttpStatusCode.Conflict, "DUPLICATE_VALUE", "A user with this email already exists", "email", "ACCOUNT_EXISTS"));
    }

    [Fact]
    [Trait("Requirement", "R245")]
    public async Task An_address_with_an_account_elsewhere_is_answered_like_an_unknown_one()
    {
        var known = await api.PostAsync(ApiFixture.Admin, InvitationsApi.Path, new { email = ApiFixture.OtherAdmin, role = "MEMBER" });
        var unknown = await api.PostAsync(ApiFixture.Admin, InvitationsApi.Path, new { email = "unknown@new.test", role = "MEMBER" });

        (known.Status, unknown.Status).Should().Be((HttpStatusCode.Created, HttpStatusCode.Created));
        (await api.InvitationTokenAsync(ApiFixture.OtherAdmin)).Should().NotBeNull();
        var mails = new[] { await api.MailAsync(ApiFixture.OtherAdmin, "invited"), await api.MailAsync("unknown@new.test", "invited") };
        mails.Select(mail => mail.Text.Replace(mail.Token, "", StringComparison.Ordinal).Split("Until")[0]).Distinct().Should().ContainSingle();
    }

    [Theory]
    [Trait("Requirement", "R207")]
    [InlineData("""{"role":"MEMBER"}""", "email", "REQUIRED")]
    [InlineData("""{"email":"nobody","role":"MEMBER"}""", "email", "INVALID_FORMAT")]
    [InlineData("""{"email":"a@new.test","role":"OWNER"}""", "role", "INVALID_VALUE")]
    [InlineData("""{"email":"a@new.test","organizationId":"org_x"}""", "organizationId", "UNKNOWN_FIELD")]
    public async Task An_address_and_a_role_are_needed(string json, string field, string code)
    {
        var (status, body) = await api.PostAsync(ApiFixture.Admin, InvitationsApi.Path, System.Text.Json.Nodes.JsonNode.Parse(json));

        (status, body.Text("error.details.0.field"), body.Text("error.details.0.code")).Should().Be((HttpStatusCode.UnprocessableEntity, field, code));
    }

    [Fact]
    public async Task Inviting_a_pending_address_again_renews_the_one_invitation()
    {
        var first = await api.InviteAsync("again@new.test", "VIEWER");
        // Read before there is another: two mails are sent side by side, in any order.
        var dead = await api.InvitationTokenAsync("again@new.test");

        var second = await api.InviteAsync("again@new.test", "ADMIN");

        second.Should().Be(first);
        await api.InvitationTokenAsync("again@new.test", 2);
        var (again, same) = await api.PostAsync(ApiFixture.Admin, "/api/v1/users/invite", new { email = "again@new.test", role = "ADMIN" });
        (again, same.Text("data.id")).Should().Be((HttpStatusCode.OK, first), "nothing was created");
        var (status, _) = await api.AcceptAsync(dead);
        status.Should().Be(HttpStatusCode.UnprocessableEntity, "the first link is dead");
        var (accepted, body) = await api.AcceptAsync(await api.InvitationTokenAsync("again@new.test", 3));
        (accepted, body.Text("data.attributes.role")).Should().Be((HttpStatusCode.Created, "ADMIN"));
    }

    [Fact]
    public async Task Of_two_invitations_of_an_address_at_the_same_time_one_stays()
    {
        var sent = await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => api.PostAsync(ApiFixture.Admin, InvitationsApi.Path, new { email = "race@new.test", role = "MEMBER" })));

        sent.Count(one => one.Status == HttpStatusCode.Created).Should().Be(1);
        sent.Where(one => one.Status != HttpStatusCode.Created).Should().OnlyContain(one => one.Status == HttpStatusCode.OK);
        (await api.ScalarAsync<long>("select count(*) from invitations.invitations where email = 'race@new.test'")).Should().Be(1);
    }

    [Fact]
    [Trait("Requirement", "R243")]
    public async Task An_invitation_is_sent_at_most_ten_times()
    {
        var id = await api.InviteAsync("often@new.test");
        await api.ExecuteAsync($"update invitations.invitations set sendings = {Invitation.MaxSendCount - 1} where email = 'often@new.test'");
        (await api.PostAsync(ApiFixture.Admin, $"{InvitationsApi.Path}/{id}/resend", null)).Status.Should().Be(HttpStatusCode.OK);

        var resent = await api.PostAsync(ApiFixture.Admin, $"{InvitationsApi.Path}/{id}/resend", null);
        var invited = await api.PostAsync(ApiFixture.Admin, InvitationsApi.Path, new { email = "often@new.test", role = "MEMBER" });

        foreach (var (status, body) in ((HttpStatusCode, System.Text.Json.JsonElement)[])[resent, invited])
        {
            (status, body.Text("error.code"), body.Text("error.details.0.code"), body.Text("error.message"))
                .Should().Be((HttpStatusCode.Conflict, "CONFLICT", "INVITATION_LIMIT", "An invitation can be sent 10 times, and this one has been"));
        }

        (await api.MailsAsync("often@new.test")).Should().HaveCount(2);
    }

    [Fact]
    [Trait("Requirement", "R231")]
    [Trait("Requirement", "R243")]
    public async Task A_list_is_filtered_by_status()
    {
        var id = await api.InviteAsync("listed@new.test");
        await api.RevokeAsync(id);
        using var admin = await api.ClientAsync(ApiFixture.Admin);

        using var ended = await admin.PostJsonAsync($"{InvitationsApi.Path}/{id}/resend", new { });
        (ended.StatusCode, (await ended.JsonAsync()).Text("error.details.0.code")).Should().Be((HttpStatusCode.Conflict, "INVITATION_NOT_PENDING"));
        (await admin.JsonAsync($"{InvitationsApi.Path}?status=REVOKED")).GetRawText().Should().Contain(id);
        (await admin.JsonAsync($"{InvitationsApi.Path}?status=PENDING&limit=100")).GetRawText().Should().NotContain(id);
    }

    [Fact]
    public async Task Another_organization_sees_nothing_of_it()
    {
        var id = await api.InviteAsync("tenant@new.test");
        using var other = await api.ClientAsync(ApiFixture.OtherAdmin);

        using var read = await other.GetAsync($"{InvitationsApi.Path}/{id}");
        using var resent = await other.PostJsonAsync($"{InvitationsApi.Path}/{id}/resend", new { });

        (read.StatusCode, resent.StatusCode).Should().Be((HttpStatusCode.NotFound, HttpStatusCode.NotFound));
        (await api.MailsAsync("tenant@new.test")).Should().ContainSingle();
    }
}
