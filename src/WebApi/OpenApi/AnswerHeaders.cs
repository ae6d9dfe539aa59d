using CleanApi.WebApi.Access;
using CleanApi.WebApi.Common;
using CleanApi.WebApi.RateLimits;
using CleanApi.WebApi.Requests;

namespace CleanApi.WebApi.OpenApi;

/// <summary>The headers of the answers of an operation.</summary>
internal static class AnswerHeaders
{
    /// <summary>The headers of an answer that is no error.</summary>
    public static List<string> Of(OperationMetadata metadata, int status)
    {
        List<string> headers = [.. ResponseHeaders.Everywhere, .. metadata.RatePolicy is null ? [] : RateLimitHeaders.All];
        if (metadata.FileTypes is not null)
        {
            headers.AddRange([ResponseHeaders.TagOfFile, .. FileContents.Headers]);
        }
        else if (metadata.HasEntityTag)
        {
            headers.Add(metadata.CanEmbed && status == StatusCodes.Status200OK ? ResponseHeaders.TagUnlessEmbedding : "ETag");
        }

        if (metadata.Result?.Type is { IsGenericType: true } type && type.GetGenericTypeDefinition() == typeof(PageDocument<>))
        {
            headers.Add("Link");
        }

        if (status == StatusCodes.Status206PartialContent)
        {
            headers.Add("Content-Range");
        }

        if (status == StatusCodes.Status201Created)
        {
            headers.Add("Location");
        }

        if (metadata.TakesIdempotencyKey)
        {
            headers.Add(HttpHeaders.IdempotencyReplayed);
        }

        if (metadata.IsRedirect)
        {
            headers.Add(ResponseHeaders.LocationOfRedirect);
        }

        if (metadata.Result?.Type is { } answer && (answer == typeof(Document<SessionResource>) || answer == typeof(Document<SignInResource>)))
        {
            headers.Add("Set-Cookie");
        }

        return headers;
    }
}
