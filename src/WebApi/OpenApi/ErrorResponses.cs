using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using CleanApi.Domain.Errors;
using CleanApi.WebApi.Common;
using CleanApi.WebApi.Errors;
using CleanApi.WebApi.RateLimits;
using CleanApi.WebApi.Requests;
using Microsoft.Net.Http.Headers;
using Microsoft.OpenApi;

namespace CleanApi.WebApi.OpenApi;

/// <summary>Answers with an error, from the catalogue: in the envelope, and as problem details.</summary>
internal static class ErrorResponses
{
    /// <summary>The answer with a status: a reference, or a response of the operation's own where it can mean several things.</summary>
    /// <param name="document">Where references lead.</param>
    /// <param name="errors">The errors of one status.</param>
    /// <param name="envelope">The schema of the envelope.</param>
    /// <param name="problem">The schema of problem details.</param>
    public static IOpenApiResponse Of(OpenApiDocument document, IReadOnlyList<ProducesErrorAttribute> errors, IOpenApiSchema envelope, IOpenApiSchema problem)
    {
        if (errors is not [var only])
        {
            return Describe(document, errors, envelope, problem);
        }

        // Generators name types after components: after a code, which is part of the contract, and never after a message, whose wording is not.
        var name = Name(only.Code);
        var described = Describe(document, errors, envelope, problem);
        if (document.Components?.Responses?.TryGetValue(name, out var present) == true)
        {
            AddExamples(present, described);
        }
        else
        {
            document.AddComponent<IOpenApiResponse>(name, described);
        }

        return new OpenApiResponseReference(name, document);
    }

    /// <summary>The status of an error.</summary>
    public static string Status(ProducesErrorAttribute error) => Entry(error.Code).Status.ToString(CultureInfo.InvariantCulture);

    private static string Message(ProducesErrorAttribute error) =>
        error.Message ?? (error.Reason is null ? Entry(error.Code).Example : ErrorCatalogue.FindReason(error.Reason)!.Example.Message);

    private static IReadOnlyList<ErrorDetail> Details(ProducesErrorAttribute error) =>
        error.Reason is not null ? ErrorDetail.Refusal(error.Reason, Message(error)) : error.Message is null ? Entry(error.Code).Details : [];

    private static OpenApiResponse Describe(OpenApiDocument document, IReadOnlyList<ProducesErrorAttribute> errors, IOpenApiSchema envelope, IOpenApiSchema problem) => new()
    {
        Description = string.Join(' ', errors.Select(error => Entry(error.Code).Description).Distinct(StringComparer.Ordinal)),
        Headers = ResponseHeaders.Refer(document, [.. ResponseHeaders.Everywhere, .. RateLimitHeaders.All, .. Headers(Entry(errors[0].Code).Status)]),
        Content = new Dictionary<string, OpenApiMediaType>(StringComparer.Ordinal)
        {
            ["application/json"] = new() { Schema = envelope, Examples = Examples(errors, error => JsonSerializer.SerializeToNode(Envelope(error), ErrorJson.Compact.ErrorResponse)) },
            ["application/problem+json"] = new() { Schema = problem, Examples = Examples(errors, error => JsonSerializer.SerializeToNode(Problem(error), ErrorJson.Compact.ProblemResponse)) },
        },
    };

    private static string[] Headers(int status) => status switch
    {
        StatusCodes.Status401Unauthorized => ["WWW-Authenticate"],
        StatusCodes.Status403Forbidden => [ResponseHeaders.ChallengeOfScope],
        StatusCodes.Status415UnsupportedMediaType => [ResponseHeaders.AcceptPatch, ResponseHeaders.AcceptPost, HeaderNames.Accept, HeaderNames.AcceptEncoding],
        StatusCodes.Status409Conflict => [HttpHeaders.IdempotencyReplayed, ResponseHeaders.RetryAfterProgress],
        StatusCodes.Status400BadRequest or StatusCodes.Status404NotFound or StatusCodes.Status410Gone or StatusCodes.Status412PreconditionFailed =>
            [HttpHeaders.IdempotencyReplayed],
        StatusCodes.Status429TooManyRequests or StatusCodes.Status503ServiceUnavailable => ["Retry-After"],
        _ => [],
    };

    private static Dictionary<string, IOpenApiExample> Examples(IReadOnlyList<ProducesErrorAttribute> errors, Func<ProducesErrorAttribute, JsonNode?> write) =>
        errors.DistinctBy(ExampleName, StringComparer.Ordinal).ToDictionary(
            ExampleName, IOpenApiExample (error) => new OpenApiExample { Summary = error is { Message: null, Reason: null } ? Entry(error.Code).Title : Message(error), Value = write(error) }, StringComparer.Ordinal);

    // One response for a code, and an example for each message that comes with it. In an order that does not depend on that of the operations.
    private static void AddExamples(IOpenApiResponse present, OpenApiResponse described)
    {
        foreach (var (type, content) in described.Content!)
        {
            var known = present.Content![type];
            known.Examples = known.Examples!.Concat(content.Examples!).DistinctBy(example => example.Key, StringComparer.Ordinal)
                .OrderBy(example => example.Key, StringComparer.Ordinal).ToDictionary(StringComparer.Ordinal);
        }
    }

    private static string ExampleName(ProducesErrorAttribute error) => Name(error.Message ?? error.Reason ?? error.Code);

    private static ErrorResponse Envelope(ProducesErrorAttribute error) =>
        new(new ErrorBody(error.Code, Message(error), Details(error), ExampleValues.RequestId, ExampleValues.Instant, ExampleValues.Documentation(error.Code)));

    private static ProblemResponse Problem(ProducesErrorAttribute error)
    {
        var entry = Entry(error.Code);
        return new ProblemResponse(
            ExampleValues.Documentation(error.Code), entry.Title, entry.Status, Message(error), $"urn:request:{ExampleValues.RequestId}", error.Code, ExampleValues.RequestId,
            ExampleValues.Instant, [.. Details(error).Select(detail => new ProblemError(error.Code == ErrorCodes.Validation ? $"#/{detail.Field}" : null, detail.Field, detail.Code, detail.Message))]);
    }

    private static ErrorEntry Entry(string code) => ErrorCatalogue.Find(code) ?? throw new InvalidOperationException($"{code} is not in the error catalogue.");

    // AUTHENTICATION_ERROR is AuthenticationError.
    private static string Name(string text) =>
        string.Concat(text.Split(['_', ' ', '-', ';', ':', ','], StringSplitOptions.RemoveEmptyEntries).Select(word => char.ToUpperInvariant(word[0]) + word[1..].ToLowerInvariant()));
}
