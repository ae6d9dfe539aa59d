using CleanApi.WebApi.IntegrationTests.Http;
using CleanApi.WebApi.IntegrationTests.Invitations;

namespace CleanApi.WebApi.IntegrationTests.Idempotency;

/// <summary>Whoever is not, or no longer, who sent the first request.</summary>
public sealed class StrangerTests(ApiFixture api) : IClassFixture<ApiFixture>
{
    private const string Accept = "/api/v1/invitations/accept";
    private const string ApiKeys = "/api/v1/api-keys";

    [Fact]
    [Trait("Requirement", "R229")]
    public async Task Nobody_who_has_not_signed_in_meets_the_answer_to_another_s_request()
    {
        var (one, other) = ($"a{Guid.NewGuid():N}@acme.test", $"b{Guid.NewGuid():N}@acme.test");
        await api.InviteAsync(one);
        await api.InviteAsync(other);
        var (mine, theirs) = (Body(await api.InvitationTokenAsync(one)), Body(await api.InvitationTokenAsync(other)));
        var first = await api.Anonymous.PostAsync("1", Accept, mine);
        (first.Status, first.IsReplayed()).Should().Be((201, false));
        var stranger = await api.Anonymous.PostAsync("1", Accept, theirs);
        (stranger.Status, stranger.IsReplayed()).Should().Be((201, false));
        (await api.Anonymous.PostAsync("1", Accept, mine.Replace("hum", "hummed", StringComparison.Ordinal))).Status.Should().Be(422, "the link is used, and the password another one");
        var second = await api.Anonymous.PostAsync("1", Accept, mine);
        (second.Lasting(), second.IsReplayed()).Should().Be((first.Lasting(), true));
    }

    [Fact]
    [Trait("Requirement", "R229")]
    public async Task Of_several_with_one_link_all_get_the_answer_of_the_one_that_it_was_good_for()
    {
        var email = $"l{Guid.NewGuid():N}@acme.test";
        await api.InviteAsync(email);
        var body = Body(await api.InvitationTokenAsync(email));
        var answers = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => api.Anonymous.PostAsync("1", Accept, body)));
        answers.Should().OnlyContain(answer => answer.Status == 201);
        answers.Should().ContainSingle(answer => !answer.IsReplayed());
    }

    [Fact]
    [Trait("Requirement", "R229")]
    public async Task No_session_comes_from_a_stored_answer()
    {
        var body = $$"""{"email":"{{ApiFixture.Member}}","password":"{{ApiFixture.Password}}"}""";
        var before = await api.StoredAsync();
        var first = await api.Anonymous.PostAsync("1", "/api/auth/login", body);
        var second = await api.Anonymous.PostAsync("1", "/api/auth/login", body);
        (first.Status, second.Status, second.IsReplayed()).Should().Be((200, 200, false));
        second.Json.Text("data.id").Should().NotBe(first.Json.Text("data.id"));
        (await api.StoredAsync()).Should().Be(before);
    }

    [Fact]
    [Trait("Requirement", "R229")]
    public async Task Who_has_lost_the_right_gets_no_stored_answer()
    {
        var id = await api.UserIdAsync(ApiFixture.Member);
        var (key, path, body) = (KeyedCalls.NewKey(), $"{KeyedCalls.Users}/{id}/posts", """{"title":"Once"}""");
        using var member = await api.ClientAsync(ApiFixture.Member);
        (await member.PostAsync(key, path, body)).Status.Should().Be(201);
        using var admin = await api.ClientAsync(ApiFixture.Admin);
        (await admin.AnswerAsync("PATCH", $"{KeyedCalls.Users}/{id}", """{"role":"VIEWER"}""")).Status.Should().Be(200);
        (await member.PostAsync(key, path, body)).Status.Should().Be(401, "the token is of another role");
        using var viewer = api.CreateClient(await api.SignInAsync(ApiFixture.Member));
        (await viewer.PostAsync(key, path, body)).Status.Should().Be(403);
        (await admin.AnswerAsync("PATCH", $"{KeyedCalls.Users}/{id}", """{"role":"MEMBER"}""")).Status.Should().Be(200);
        using var again = api.CreateClient(await api.SignInAsync(ApiFixture.Member));
        (await again.PostAsync(key, path, body)).IsReplayed().Should().BeTrue("it is the same person, in another session");
    }

    [Fact]
    [Trait("Requirement", "R229")]
    public async Task A_stored_secret_needs_the_proof_that_the_first_answer_did()
    {
        using var admin = api.CreateClient(await api.SignInAsync(ApiFixture.Admin));
        var (key, body) = (KeyedCalls.NewKey(), """{"name":"Once"}""");
        var first = await admin.PostAsync(key, ApiKeys, body);
        var second = await admin.PostAsync(key, ApiKeys, body);
        (second.Lasting(), second.IsReplayed()).Should().Be((first.Lasting(), true));
        second.Header("Cache-Control").Should().Be("no-store");
        api.Clock.Advance(TimeSpan.FromMinutes(11));
        (await admin.PostAsync(key, ApiKeys, body)).ShouldBeError(403, "AUTHORIZATION_ERROR").Text("details.0.code").Should().Be("RECENT_AUTHENTICATION_REQUIRED");
    }

    private static string Body(string token) => $$"""{"token":"{{token}}","name":"Grace Hopper","password":"{{InvitationsApi.Password}}"}""";
}
