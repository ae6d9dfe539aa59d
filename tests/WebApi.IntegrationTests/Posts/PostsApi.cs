using System.Text.Json;
using System.Text.RegularExpressions;
using CleanApi.Domain.Common;
using CleanApi.Domain.Users;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace CleanApi.WebApi.IntegrationTests.Posts;

/// <summary>An API that also logs its SQL.</summary>
public sealed partial class PostsApi : ApiFixture
{
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
            using var response = await admin.PostJsonAsync(path, new { title = $"Post {i}" });
            response.StatusCode.Should().Be(System.Net.HttpStatusCode.Created);
        }
    }

    /// <summary>The SQL commands that a GET makes the program send.</summary>
    public Task<IReadOnlyList<string>> SqlOfAsync(HttpClient client, string path) => Logs.StatementsAsync(() => client.JsonAsync(path));

    /// <inheritdoc />
    protected override void Configure(IServiceCollection services) => services.AddLogging(logging => logging.AddFilter(LogRecorder.Sql, LogLevel.Information));

    [GeneratedRegex("(usr|req)_[0-9a-z]{26}|\"timestamp\":\"[^\"]+\"", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Differing();
}
