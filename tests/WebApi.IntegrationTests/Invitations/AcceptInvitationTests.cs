using System.Net;
using CleanApi.Application.Invitations;
using CleanApi.Domain.Users;
using MediatR;
using Microsoft.Extensions.DependencyInjection;

namespace CleanApi.WebApi.IntegrationTests.Invitations;

public sealed class AcceptInvitationTests(ApiFixture api) : IClassFixture<ApiFixture>
{
    [Fact]
    [Trait("Requirement", "R212")]
    [Trait("Requirement", "R238")]
    public async Task Who_accepts_is_a_user_of_that_organization_with_that_role_and_can_sign_in()
    {
        var id = await api.InviteAsync("joins@new.test", "ADMIN");

        var (status, body) = await api.AcceptAsync(await api.InvitationTokenAsync("joins@new.test"), name: " Grace Hopper ");

        status.Should().Be(HttpStatusCode.Created, body.GetRawText());
        (body.Text("data.attributes.email"), body.Text("data.attributes.name"), body.Text("data.attributes.role"), body.Text("data.attributes.status"))
            .Should().Be(("joins@new.test", "Grace Hopper", "ADMIN", "ACTIVE"));
        var (signIn, session) = await api.PostAsync(null, "/api/auth/login", new { email = "joins@new.test", password = InvitationsApi.Password });
        signIn.Should().Be(HttpStatusCode.OK);
        using var client = api.CreateClient(session.Text("data.attributes.accessToken"));
        var me = await client.JsonAsync("/api/v1/me");
        me.Text("data.id").Should().Be(body.Text("data.id"));
        using var admin = await api.ClientAsync(ApiFixture.Admin);
        me.Text("data.relationships.organization.id").Should().Be((await admin.JsonAsync("/api/v1/organization")).Text("data.id"));
        (await admin.JsonAsync($"{InvitationsApi.Path}/{id}")).Text("data.attributes.status").Should().Be("ACCEPTED");
        (await api.AuditedAsync("invitation.accepted", $"target_id = '{id}'")).Should().Be(1);
        (await api.RevokeAsync(id)).Should().Be(HttpStatusCode.Conflict);
    }

    [Fact]
    [Trait("Requirement", "R213")]
    public async Task Of_any_number_at_the_same_time_one_accepts()
    {
        await api.InviteAsync("once@new.test");
        var token = await api.InvitationTokenAsync("once@new.test");

        var answers = await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => api.AcceptAsync(token)));

        answers.Count(answer => answer.Status == HttpStatusCode.Created).Should().Be(1);
        answers.Where(answer => answer.Status != HttpStatusCode.Created).Should().OnlyContain(answer => answer.Status == HttpStatusCode.UnprocessableEntity);
        (await api.ScalarAsync<long>("select count(*) from users.users where email = 'once@new.test'")).Should().Be(1);
        (await api.AcceptAsync(token)).Status.Should().Be(HttpStatusCode.UnprocessableEntity);
    }

    [Theory]
    [InlineData("")]
    [InlineData("tok_")]
    [InlineData("tok_aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa")]
    [InlineData("inv_01h455vb4pex5vsknk084sn02q")]
    public async Task A_malformed_token_is_rejected(string token)
    {
        var (status, body) = await api.AcceptAsync(token);

        (status, body.Text("error.details.0.field")).Should().Be((HttpStatusCode.UnprocessableEntity, "token"));
    }

    [Fact]
    public async Task A_revoked_invitation_is_not_found()
    {
        var id = await api.InviteAsync("revoked@new.test");
        var token = await api.InvitationTokenAsync("revoked@new.test");

        (await api.RevokeAsync(id, "\"7\"")).Should().Be(HttpStatusCode.PreconditionFailed);
        (await api.RevokeAsync(id, "\"1\"")).Should().Be(HttpStatusCode.NoContent);
        (await api.RevokeAsync(id)).Should().Be(HttpStatusCode.NoContent);

        var (status, body) = await api.AcceptAsync(token);
        var (unknown, other) = await api.AcceptAsync("tok_" + new string('b', 43));
        (status, body.At("error.details").GetRawText()).Should().Be((unknown, other.At("error.details").GetRawText()));
        (await api.PostAsync(ApiFixture.Admin, $"{InvitationsApi.Path}/{id}/resend", null)).Status.Should().Be(HttpStatusCode.Conflict);
        (await api.AuditedAsync("invitation.revoked", $"target_id = '{id}'")).Should().Be(1);
    }

    [Fact]
    public async Task Resending_revokes_the_previous_link()
    {
        var id = await api.InviteAsync("resent@new.test");
        var first = await api.InvitationTokenAsync("resent@new.test");

        (await api.PostAsync(ApiFixture.Admin, $"{InvitationsApi.Path}/{id}/resend", null)).Status.Should().Be(HttpStatusCode.OK);

        (await api.AcceptAsync(first)).Status.Should().Be(HttpStatusCode.UnprocessableEntity);
        (await api.AcceptAsync(await api.InvitationTokenAsync("resent@new.test", 2))).Status.Should().Be(HttpStatusCode.Created);
    }

    [Theory]
    [Trait("Requirement", "R172")]
    [InlineData("short1A", "TOO_SHORT")]
    [InlineData("Grace Hopper 1 is me", "TOO_PERSONAL")]
    public async Task A_rejected_password_leaves_the_link_valid(string password, string code)
    {
        var email = $"{code.ToLowerInvariant().Replace('_', '-')}@new.test";
        await api.InviteAsync(email);
        var token = await api.InvitationTokenAsync(email);

        var (status, body) = await api.AcceptAsync(token, password);

        (status, body.Text("error.details.0.field"), body.Text("error.details.0.code")).Should().Be((HttpStatusCode.UnprocessableEntity, "password", code));
        (await api.AcceptAsync(token)).Status.Should().Be(HttpStatusCode.Created);
    }

    [Fact]
    [Trait("Requirement", "R172")]
    public async Task A_rejected_password_is_told_beside_every_other_fault_and_counted_in_NFC()
    {
        await api.InviteAsync("faults@new.test");
        var token = await api.InvitationTokenAsync("faults@new.test");

        var (_, body) = await api.AcceptAsync(token, "short1A", name: "");
        body.At("error.details").EnumerateArray().Select(detail => (detail.Text("field"), detail.Text("code"))).Should().BeEquivalentTo([("name", "BLANK"), ("password", "TOO_SHORT")]);
        // 105 characters as they are sent, and 100 in NFC.
        (await api.AcceptAsync(token, string.Concat(Enumerable.Repeat("a\u0308", 5)) + new string('x', 93) + "A1")).Status.Should().Be(HttpStatusCode.Created);
    }

    [Fact]
    public async Task An_address_that_has_got_an_account_meanwhile_is_refused_and_nothing_is_created()
    {
        await api.InviteAsync("both@new.test");
        await api.InviteAsync("both@new.test", by: ApiFixture.OtherAdmin);
        var (first, second) = (await api.MailAsync("both@new.test", "invited"), await api.MailAsync("both@new.test", "invited", 2));
        (await api.AcceptAsync(second.Token)).Status.Should().Be(HttpStatusCode.Created);

        var (status, body) = await api.AcceptAsync(first.Token);

        (status, body.Text("error.details.0.code")).Should().Be((HttpStatusCode.Conflict, "ACCOUNT_EXISTS"));
        (await api.ScalarAsync<string>("select string_agg(status, ' ' order by status) from invitations.invitations where email = 'both@new.test'")).Should().Be("ACCEPTED PENDING");
        (await api.ScalarAsync<long>("select count(*) from users.users where email = 'both@new.test'")).Should().Be(1);
    }

    [Theory]
    [InlineData("Win at https://evil.test")]
    [InlineData("WWW.evil.test")]
    public async Task A_name_has_no_link_and_the_invitation_stays_open(string name)
    {
        var email = $"link{name.Length}@new.test";
        await api.InviteAsync(email);
        var token = await api.InvitationTokenAsync(email);

        var (status, body) = await api.AcceptAsync(token, name: name);

        (status, body.Text("error.details.0.field"), body.Text("error.details.0.code")).Should().Be((HttpStatusCode.UnprocessableEntity, "name", "INVALID_FORMAT"));
        (await api.AcceptAsync(token)).Status.Should().Be(HttpStatusCode.Created);
    }

    [Fact]
    [Trait("Requirement", "R213")]
    public async Task The_token_is_not_in_the_database()
    {
        await api.InviteAsync("dump@new.test");
        var token = await api.InvitationTokenAsync("dump@new.test");

        var dump = await api.ScalarAsync<string>(
            """
            select (select string_agg(t::text || encode(encrypted_payload, 'escape'), ' ') from access.one_time_tokens t)
              || (select string_agg(i::text, ' ') from invitations.invitations i) || (select coalesce(string_agg(a::text, ' '), '') from auditing.audit_logs a)
            """);

        var secret = token["tok_".Length..];
        dump.Should().Contain("dump@new.test").And.NotContain(secret);
        api.Logs.Lines.Should().NotContain(line => line.Message.Contains(secret, StringComparison.Ordinal));
    }
}
