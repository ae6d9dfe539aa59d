using System.Text.RegularExpressions;
using CleanApi.WebApi.IntegrationTests.Http;

namespace CleanApi.WebApi.IntegrationTests.Idempotency;

/// <summary>Requests with an idempotency key, and what is stored of them.</summary>
internal static partial class KeyedCalls
{
    public const string Header = "Idempotency-Key";

    public const string Users = "/api/v1/users";

    public const string Me = "/api/v1/me";

    /// <summary>A key that nobody has used.</summary>
    public static string NewKey() => Guid.NewGuid().ToString();

    /// <summary>The body of a user whom there is not yet.</summary>
    public static string NewUser() => $$"""{"email":"u{{Guid.NewGuid():N}}@acme.test","name":"Ada Lovelace","role":"MEMBER"}""";

    /// <summary>Sends a body with a key.</summary>
    public static Task<Answer> SendAsync(this HttpClient client, string key, string method, string path, string json) => client.AnswerAsync(method, path, json, (Header, key));

    /// <summary>POSTs a body with a key.</summary>
    public static Task<Answer> PostAsync(this HttpClient client, string key, string path, string json) => client.SendAsync(key, "POST", path, json);

    /// <summary>Whether it is the stored answer to an earlier request.</summary>
    public static bool IsReplayed(this Answer answer) => answer.Header("Idempotency-Replayed") == "true";

    /// <summary>An answer without what each request has of its own.</summary>
    public static string Lasting(this Answer answer) =>
        $"{answer.Status} {answer.Header("ETag")} {answer.Header("Location")} {answer.Header("Cache-Control")} {Own().Replace(answer.Body, "")}";

    /// <summary>How many answers are stored.</summary>
    public static Task<long> StoredAsync(this ApiFixture api) => api.ScalarAsync<long>("select count(*) from idempotency.idempotent_answers");

    /// <summary>How many users an organization has with the address of a body.</summary>
    public static Task<long> UsersOfAsync(this ApiFixture api, string json) =>
        api.ScalarAsync<long>($"select count(*) from users.users where email = '{System.Text.Json.JsonElement.Parse(json).Text("email")}'");

    [GeneratedRegex("req_[0-9a-z]{26}|\"timestamp\":\"[^\"]+\"", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Own();
}
