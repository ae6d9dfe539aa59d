using CleanApi.WebApi.IntegrationTests.Http;

namespace CleanApi.WebApi.IntegrationTests.RateLimits;

/// <summary>One request under each policy. Those of strangers to sign in are refused for what they say, after they were counted.</summary>
internal static class Requests
{
    /// <summary>Under the policy <c>api</c>.</summary>
    public static Task<Answer> ApiAsync(this HttpClient client) => client.AnswerAsync("GET", "/api/v1/me");

    /// <summary>Under the policy <c>auth</c>.</summary>
    public static Task<Answer> AuthAsync(this HttpClient client) => client.AnswerAsync("POST", "/api/auth/login", "{}");

    /// <summary>Under the policy <c>expensive</c>.</summary>
    public static Task<Answer> ExpensiveAsync(this HttpClient client) => client.AnswerAsync("POST", "/api/auth/forgot-password", """{"email":"nobody@strangers.test"}""");

    /// <summary>Sends a request several times.</summary>
    public static async Task<IReadOnlyList<Answer>> TimesAsync(this int times, Func<Task<Answer>> send)
    {
        List<Answer> answers = [];
        for (var i = 0; i < times; i++)
        {
            answers.Add(await send());
        }

        return answers;
    }

    /// <summary>Whether it was refused by a rate limit.</summary>
    public static bool IsRefused(this Answer answer) => answer.Status == 429;
}
