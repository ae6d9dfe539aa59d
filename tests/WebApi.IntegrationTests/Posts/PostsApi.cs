using System.Text.Json;
using System.Text.RegularExpressions;
using CleanApi.Domain.Common;
using CleanApi.Domain.Posts;
using CleanApi.Domain.Users;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace CleanApi.WebApi.IntegrationTests.Posts;

/// <summary>An API that also logs its SQL.</summary>
public sealed partial class PostsApi : ApiFixture
{
    /// <summary>All posts.</summary>
    public const string Posts = "/api/v1/posts";

    /// <summary>A user whom nobody has.</summary>
    public string Unknown { get; } = TypeId.New<UserId>(new DateTimeOffset(2030, 1, 1, 0, 0, 0, TimeSpan.Zero)).ToString();

    /// <summary>The path of a demo user's posts.</summary>
    public async Task<string> PathAsync(string email) => PathOf(await UserIdAsync(email));

    /// <summary>The path of a user's posts.</summary>
    public static string PathOf(string userId) => $"/api/v1/users/{userId}/posts";

    /// <summary>An answer without what differs between two requests that are told the same: ids and the time.</summary>
    public static string Anonymized(JsonElement body) => Differing().Replace(body.GetRawText(), "");

    /// <summary>Writes so many posts in the user's name.</summary>
    public async Task WriteAsync(string path, int count)
    {
        using var admin = await ClientAsync(Admin);
        for (var i = 0; i < count; i++)
        {
            using var response = await admin.PostJsonAsync(path, new { title = $"Post {i}", status = "PUBLISHED" });
            response.StatusCode.Should().Be(System.Net.HttpStatusCode.Created);
        }
    }

    /// <summary>Stores a post of a user, in a status, and returns its public id.</summary>
    public async Task<string> StoreAsync(string author, string status, string title = "Title", string body = "Text")
    {
        var id = TypeId.New<PostId>(Clock.GetUtcNow());
        await ExecuteAsync(
            $"""
            insert into posts.posts (id, organization_id, author_id, title, body, status, version, created_at, updated_at)
            select '{id.Value}', organization_id, id, '{title}', '{body}', '{status}', 1, '{Clock.GetUtcNow():O}', '{Clock.GetUtcNow():O}' from users.users where email = '{author}' and deleted_at is null
            """);
        return id.ToString();
    }

    /// <summary>The path of a post.</summary>
    public static string At(string id) => $"{Posts}/{id}";

    /// <summary>What was raised about a post, in order.</summary>
    public Task<string?> EventsAsync(string id) => ScalarAsync<string>(
        $"select string_agg(name, ' ' order by version, ordinal) from events.outbox_events where subject_id = '{(TypeId.TryParse<PostId>(id, out var post) ? post.Value : Guid.Empty)}'");

    /// <summary>What the audit log has of a post, in order: action and outcome.</summary>
    public Task<string?> AuditAsync(string id) => ScalarAsync<string>(
        $"select string_agg(action || ' ' || outcome, ', ' order by created_at, id) from auditing.audit_logs where target_id = '{id}'");

    /// <summary>The SQL commands that a GET makes the program send.</summary>
    public Task<IReadOnlyList<string>> SqlOfAsync(HttpClient client, string path) => Logs.StatementsAsync(() => client.JsonAsync(path));

    /// <inheritdoc />
    protected override void Configure(IServiceCollection services) => services.AddLogging(logging => logging.AddFilter(LogRecorder.Sql, LogLevel.Information));

    [GeneratedRegex("(usr|req)_[0-9a-z]{26}|\"timestamp\":\"[^\"]+\"", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Differing();
}
