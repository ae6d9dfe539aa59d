using System.Net;
using System.Text;
using CleanApi.Domain.Common;
using CleanApi.Domain.Users;
using CleanApi.WebApi.IntegrationTests.Http;
using CleanApi.WebApi.IntegrationTests.Users;
using SkiaSharp;
using Answer = CleanApi.WebApi.IntegrationTests.Http.Answer;

namespace CleanApi.WebApi.IntegrationTests.Files;

/// <summary>People have a picture: decoded, cut, and encoded anew.</summary>
public sealed class AvatarTests(UsersApi api) : IClassFixture<UsersApi>
{
    private const string Path = "/api/v1/me/avatar";
    private const string Elsewhere = "https://www.example.com/me.png";

    [Theory]
    [Trait("Requirement", "R175")]
    [InlineData(SKEncodedImageFormat.Jpeg)]
    [InlineData(SKEncodedImageFormat.Png)]
    [InlineData(SKEncodedImageFormat.Webp)]
    public async Task A_picture_is_cut_to_a_square_and_shown_to_the_organization(SKEncodedImageFormat format)
    {
        using var client = await api.ClientAsync(ApiFixture.Member);
        var user = await PutAsync(client, Pictures.Of(format));

        user.Status.Should().Be(200, user.ToString());
        var address = Address(user)!;
        address.Should().StartWith($"/api/v1/users/{user.Json.Text("data.id")}/avatar?version=");
        using var viewer = await api.ClientAsync(ApiFixture.Viewer);
        using var shown = await viewer.GetAsync(address);
        var bytes = await shown.Content.ReadAsByteArrayAsync();
        (shown.StatusCode, shown.Content.Headers.ContentType!.MediaType, shown.Headers.CacheControl!.ToString()).Should().Be((HttpStatusCode.OK, "image/webp", "no-cache, private"));
        SKBitmap.DecodeBounds(bytes).Size.Should().Be(new SKSizeI(512, 512));
        var again = await viewer.AnswerAsync(new HttpRequestMessage(HttpMethod.Get, address).With(("If-None-Match", shown.Headers.ETag!.ToString())));
        again.Status.Should().Be(304);
    }

    [Theory]
    [Trait("Requirement", "R175")]
    [InlineData(1, 0.2, 0.5)]
    [InlineData(2, 0.7, 0.5)]
    [InlineData(3, 0.7, 0.5)]
    [InlineData(4, 0.2, 0.5)]
    [InlineData(5, 0.5, 0.2)]
    [InlineData(6, 0.5, 0.2)]
    [InlineData(7, 0.5, 0.7)]
    [InlineData(8, 0.5, 0.7)]
    public async Task It_is_turned_upright_and_nothing_but_its_pixels_is_kept(ushort orientation, double x, double y)
    {
        using var client = await api.ClientAsync(ApiFixture.OtherAdmin);
        var file = Pictures.WithExif(orientation);
        Encoding.Latin1.GetString(file.Bytes).Should().Contain(Pictures.Mark);

        var bytes = await client.GetByteArrayAsync(Address(await PutAsync(client, file)));

        Pictures.RedOf(bytes).Should().Be((x, y));
        Encoding.Latin1.GetString(bytes).Should().NotContain(Pictures.Mark).And.NotContain("EXIF").And.NotContain("ICCP");
    }

    [Fact]
    [Trait("Requirement", "R175")]
    public async Task What_is_behind_its_end_is_not_kept()
    {
        using var client = await api.ClientAsync(ApiFixture.OtherAdmin);
        var user = await PutAsync(client, Pictures.Polyglot());

        Encoding.Latin1.GetString(await client.GetByteArrayAsync(Address(user))).Should().NotContain("script");
    }

    [Fact]
    [Trait("Requirement", "R175")]
    public async Task One_with_too_many_pixels_is_refused_by_its_header()
    {
        using var client = await api.ClientAsync(ApiFixture.Member);

        var answer = await PutAsync(client, Pictures.Bomb(30_000, 30_000));

        (answer.Status, answer.Json.Text("error.details.0.message")).Should().Be((422, "A picture has 24 megapixels at most"));
    }

    [Fact]
    public async Task One_that_breaks_off_is_refused_and_changes_nothing()
    {
        using var client = await api.ClientAsync(ApiFixture.Admin);
        var whole = Pictures.Of(SKEncodedImageFormat.Png);
        var before = Address(await PutAsync(client, whole));

        var answer = await PutAsync(client, whole with { Bytes = whole.Bytes[..(whole.Bytes.Length / 2)] });

        (answer.Status, answer.Json.Text("error.details.0.code")).Should().Be((422, "INVALID_VALUE"));
        (await client.JsonAsync("/api/v1/me")).Text("data.attributes.avatarUrl").Should().Be(before);
    }

    [Theory]
    [Trait("Requirement", "R175")]
    [InlineData("image/svg+xml", "<svg xmlns=\"http://www.w3.org/2000/svg\"/>")]
    [InlineData("image/gif", "GIF89a")]
    [InlineData("application/pdf", "%PDF-1.7")]
    [InlineData("image/png", "GIF89a")]
    [InlineData("image/png", "<svg xmlns=\"http://www.w3.org/2000/svg\"/>")]
    public async Task Nothing_but_JPEG_PNG_and_WebP_is_taken(string contentType, string content)
    {
        using var client = await api.ClientAsync(ApiFixture.Member);
        (await PutAsync(client, new UploadedFile("me.png", contentType, Encoding.ASCII.GetBytes(content)))).Status.Should().Be(422);
    }

    [Fact]
    [Trait("Requirement", "R175")]
    public async Task Another_organization_sees_none_and_neither_does_anybody_without_a_credential()
    {
        using var client = await api.ClientAsync(ApiFixture.Member);
        var address = Address(await PutAsync(client, Pictures.Of(SKEncodedImageFormat.Png)));
        using var other = await api.ClientAsync(ApiFixture.OtherAdmin);
        using var nobody = api.CreateClient(token: null);

        using var elsewhere = await other.GetAsync(address);
        using var anonymous = await nobody.GetAsync(address);

        (elsewhere.StatusCode, anonymous.StatusCode).Should().Be((HttpStatusCode.NotFound, HttpStatusCode.Unauthorized));
    }

    [Fact]
    public async Task A_user_is_replaced_with_the_address_that_was_read_and_not_with_one_of_somebody_else()
    {
        using var client = await api.ClientAsync(ApiFixture.Member);
        var user = await PutAsync(client, Pictures.Of(SKEncodedImageFormat.Png));
        var (id, address) = (user.Json.Text("data.id"), Address(user)!);
        using var admin = await api.ClientAsync(ApiFixture.Admin);
        var other = Address(await PutAsync(admin, Pictures.Of(SKEncodedImageFormat.Jpeg)))!;

        (await ReplaceAsync(client, id!, address)).Status.Should().Be(200);
        var refused = await ReplaceAsync(client, id!, other);

        (refused.Status, refused.Json.Text("error.details.0.field")).Should().Be((422, "avatarUrl"));
        (await client.GetAsync(address)).StatusCode.Should().Be(HttpStatusCode.OK);
    }

    [Fact]
    [Trait("Requirement", "R175")]
    public async Task One_that_is_removed_or_replaced_is_gone_and_its_bytes_are_erased()
    {
        using var client = await api.ClientAsync(ApiFixture.OtherAdmin);
        var (user, address) = await HavingAsync(client);
        using var deleted = await client.DeleteAsync(Path);
        (deleted.StatusCode, await CountAsync(user)).Should().Be((HttpStatusCode.NoContent, 0));
        (await client.GetAsync(address)).StatusCode.Should().Be(HttpStatusCode.NotFound);
        (await client.DeleteAsync(Path)).StatusCode.Should().Be(HttpStatusCode.NoContent);

        (user, address) = await HavingAsync(client);
        (await client.PatchAsync("/api/v1/me", Calls.Content(Encoding.UTF8.GetBytes($$"""{"avatarUrl":"{{Elsewhere}}"}""")))).StatusCode.Should().Be(HttpStatusCode.OK);
        (await client.GetAsync(address)).StatusCode.Should().Be(HttpStatusCode.NotFound);
        await Probe.UntilAsync("its bytes are erased", async () => await CountAsync(user) == 0);
    }

    [Fact]
    [Trait("Requirement", "R175")]
    public async Task It_is_erased_with_its_user()
    {
        using var person = await api.ClientAsync((await api.AddAsync("VIEWER")).Email);
        var (user, address) = await HavingAsync(person);
        using var admin = await api.ClientAsync(ApiFixture.Admin);
        (await admin.DeleteAsync($"/api/v1/users/{user}")).StatusCode.Should().Be(HttpStatusCode.NoContent);

        (await admin.GetAsync(address)).StatusCode.Should().Be(HttpStatusCode.NotFound);
        await Probe.UntilAsync("its bytes are erased", async () => await CountAsync(user) == 0);
    }

    [Fact]
    public async Task A_change_is_an_event_and_an_entry_of_the_audit_log_and_the_same_again_is_neither()
    {
        using var client = await api.ClientAsync(ApiFixture.Viewer);
        var file = Pictures.Of(SKEncodedImageFormat.Png, 300, 500);
        var user = (await PutAsync(client, file)).Json.Text("data.id")!;
        (await PutAsync(client, file)).Status.Should().Be(200);

        (await api.ScalarAsync<long>($"select count(*) from auditing.audit_logs where target_id = '{user}' and action = 'user.avatar_changed'")).Should().Be(1);
    }

    private static Task<Answer> PutAsync(HttpClient client, UploadedFile file) =>
        client.AnswerAsync(new HttpRequestMessage(HttpMethod.Put, Path) { Content = file.Content() });

    private static Task<Answer> ReplaceAsync(HttpClient client, string id, string address) => client.AnswerAsync(
        "PUT", $"/api/v1/users/{id}", $$"""{"name":"Same","role":"MEMBER","avatarUrl":"{{address}}"}""");

    private static string? Address(Answer user) => user.Json.Text("data.attributes.avatarUrl");

    private static async Task<(string User, string Address)> HavingAsync(HttpClient client)
    {
        var user = await PutAsync(client, Pictures.Of(SKEncodedImageFormat.Png));
        return (user.Json.Text("data.id")!, Address(user)!);
    }

    private async Task<long> CountAsync(string user) =>
        TypeId.TryParse<UserId>(user, out var id) ? await api.ScalarAsync<long>($"select count(*) from files.user_avatars where user_id = '{id.Value}'") : throw new FormatException(user);
}
