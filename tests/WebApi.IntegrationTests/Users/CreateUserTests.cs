using System.Net;

namespace CleanApi.WebApi.IntegrationTests.Users;

public sealed class CreateUserTests(UsersApi api) : IClassFixture<UsersApi>
{
    private const string Taken = "A record with this email already exists";

    [Fact]
    [Trait("Requirement", "R23")]
    [Trait("Requirement", "R54")]
    [Trait("Requirement", "R154")]
    [Trait("Requirement", "R191")]
    public async Task An_administrator_adds_a_member_to_their_own_organization()
    {
        var email = UsersApi.NewEmail();
        var created = (await api.SendAsync(ApiFixture.Admin, "POST", UsersApi.Path, new { email, name = " New Member " })).Expect(HttpStatusCode.Created);
        var id = created.Text("data.id");
        created.Headers["Location"].Should().Be($"{UsersApi.Path}/{id}");
        created.Headers["ETag"].Should().Be("\"1\"");
        var attributes = created.Body.At("data.attributes");
        (attributes.Text("email"), attributes.Text("name"), attributes.Text("role"), attributes.Text("status"))
            .Should().Be((email, "New Member", "MEMBER", "INVITED"));
        attributes.Text("createdAt").Should().Be(attributes.Text("updatedAt"));
        attributes.At("createdAt").GetDateTimeOffset().Should().BeCloseTo(api.Clock.GetUtcNow(), TimeSpan.FromMinutes(1));
        created.Text("data.relationships.organization.id").Should().Be((await api.GetAsync(ApiFixture.Admin, "/api/v1/organization")).Text("data.id"));
        (await api.GetAsync(ApiFixture.Member, $"{UsersApi.Path}/{id}")).Body.At("data").GetRawText().Should().Be(created.Body.At("data").GetRawText());
        (await api.ScalarAsync<bool>($"select deleted_at is null from users.users where email = '{email}'")).Should().BeTrue();
    }

    [Theory]
    [InlineData("ADMIN")]
    [InlineData("MEMBER")]
    [InlineData("VIEWER")]
    [Trait("Requirement", "R8")]
    [Trait("Requirement", "R177")]
    public async Task The_role_is_the_one_asked_for(string role)
    {
        var person = await api.InviteAsync(role);
        (await api.GetAsync(ApiFixture.Admin, person.Path)).Text("data.attributes.role").Should().Be(role);
    }

    [Fact]
    [Trait("Requirement", "R171")]
    public async Task The_address_is_kept_trimmed_and_in_lower_case()
    {
        var email = UsersApi.NewEmail();
        var created = await api.SendAsync(ApiFixture.Admin, "POST", UsersApi.Path, new { email = $"  {email.ToUpperInvariant()} ", name = "N" });
        created.Expect(HttpStatusCode.Created).Text("data.attributes.email").Should().Be(email);
    }

    [Fact]
    [Trait("Requirement", "R61")]
    [Trait("Requirement", "R138")]
    public async Task An_address_is_taken_once_whatever_its_case_and_nothing_is_left_of_the_attempt()
    {
        var person = await api.InviteAsync();
        var again = await api.SendAsync(ApiFixture.Admin, "POST", UsersApi.Path, new { email = person.Email.ToUpperInvariant(), name = "Again" });
        again.ExpectError(HttpStatusCode.Conflict, "DUPLICATE_VALUE", Taken);
        again.Body.At("error.details").GetRawText().Should().Be($$"""[{"field":"email","code":"DUPLICATE","message":"{{Taken}}"}]""");
        (await api.ScalarAsync<long>($"select count(*) from users.users where email = '{person.Email}'")).Should().Be(1);
        (await api.AuditAsync(again)).Should().BeEmpty();
    }

    [Fact]
    [Trait("Requirement", "R61")]
    [Trait("Requirement", "R245")]
    public async Task An_address_of_another_organization_is_answered_like_one_that_nobody_has()
    {
        var other = await api.SendAsync(ApiFixture.Admin, "POST", UsersApi.Path, new { email = ApiFixture.OtherAdmin, name = "N" });
        other.Expect(HttpStatusCode.Created).Text("data.attributes.email").Should().Be(ApiFixture.OtherAdmin);
        (await api.SendAsync(ApiFixture.OtherAdmin, "GET", "/api/v1/me")).Expect(HttpStatusCode.OK).Text("data.attributes.name").Should().Be("Globex Admin");
    }

    [Fact]
    [Trait("Requirement", "R245")]
    public async Task They_are_invited_with_the_user_where_that_is_asked_for_and_keep_the_role()
    {
        var email = UsersApi.NewEmail();
        var created = await api.SendAsync(ApiFixture.Admin, "POST", UsersApi.Path, new { email, name = "New Viewer", role = "VIEWER", sendInvitation = true });
        var id = created.Expect(HttpStatusCode.Created).Text("data.id");
        (await api.ScalarAsync<long>($"select count(*) from access.accounts where email = '{email}'")).Should().Be(0);
        (await api.SendAsync(ApiFixture.Admin, "PATCH", $"{UsersApi.Path}/{id}", new { role = "MEMBER" })).Expect(HttpStatusCode.OK);

        var token = (await api.MailAsync(email, "invited")).Token;
        var accepted = await api.SendAsync(null, "POST", "/api/v1/invitations/accept", new { token, name = "Grace", password = "Gl4ss bridges hum" });

        accepted.Expect(HttpStatusCode.Created).Text("data.id").Should().Be(id);
        (accepted.Text("data.attributes.role"), accepted.Text("data.attributes.name")).Should().Be(("MEMBER", "Grace"));
        (await api.AuditAsync(created)).Select(entry => entry.Text("action")).Should().BeEquivalentTo(["user.created", "invitation.sent"]);
    }

    [Fact]
    [Trait("Requirement", "R138")]
    public async Task Of_several_at_once_one_gets_the_address()
    {
        var email = UsersApi.NewEmail();
        var answers = await Task.WhenAll(
            Enumerable.Range(0, 6).Select(i => api.SendAsync(ApiFixture.Admin, "POST", UsersApi.Path, new { email, name = $"N{i}" })));
        answers.Select(answer => answer.Status).Order().Should()
            .Equal([HttpStatusCode.Created, .. Enumerable.Repeat(HttpStatusCode.Conflict, answers.Length - 1)]);
        (await api.ScalarAsync<long>($"select count(*) from users.users where email = '{email}'")).Should().Be(1);
    }

    [Theory]
    [InlineData(ApiFixture.Member)]
    [InlineData(ApiFixture.Viewer)]
    [Trait("Requirement", "R190")]
    [Trait("Requirement", "R59")]
    public async Task Only_administrators_can_create_users(string email)
    {
        var answer = await api.SendAsync(email, "POST", UsersApi.Path, new { email = UsersApi.NewEmail(), name = "N" });
        answer.ExpectError(HttpStatusCode.Forbidden, "AUTHORIZATION_ERROR", "Admin access required");
        var denied = (await api.AuditAsync(answer)).Should().ContainSingle().Subject;
        (denied.Text("action"), denied.Text("outcome"), denied.Text("actor_id")).Should()
            .Be(("user.created", "DENIED", (await api.UuidAsync(email)).ToString()));
    }

    [Fact]
    [Trait("Requirement", "R191")]
    public async Task A_created_user_cannot_sign_in_without_a_password_even_when_activated()
    {
        var person = await api.InviteAsync();
        var login = new { email = person.Email, password = ApiFixture.Password };
        (await api.SendAsync(null, "POST", "/api/auth/login", login))
            .ExpectError(HttpStatusCode.Unauthorized, "AUTHENTICATION_ERROR", "Invalid email or password");
        (await api.SendAsync(ApiFixture.Admin, "POST", person.Path + "/activate")).Expect(HttpStatusCode.OK);
        (await api.SendAsync(null, "POST", "/api/auth/login", login)).Expect(HttpStatusCode.Unauthorized);
    }
}
