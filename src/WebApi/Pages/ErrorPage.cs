using CleanApi.Domain.Errors;
using CleanApi.WebApi.Errors;
using CleanApi.WebApi.Requests;
using Microsoft.Net.Http.Headers;

namespace CleanApi.WebApi.Pages;

/// <summary>The page on which a sign-in ends that did not succeed, and the answer to a person's browser where the API would answer JSON.</summary>
internal static class ErrorPage
{
    /// <summary>The page of a code.</summary>
    public static IResult Show(HttpContext context) => Of(context, context.Request.Query["code"] is [{ } code] ? code : null, StatusCodes.Status200OK);

    /// <summary>Whether a failure of this request is told by a page: one of ours was asked for, or an endpoint that people's browsers are led to.</summary>
    public static bool IsWanted(HttpContext context) =>
        (context.Request.Path.StartsWithSegments(PageAddresses.Prefix, StringComparison.Ordinal)
            || context.GetEndpoint()?.Metadata.GetMetadata<ForBrowsersAttribute>() is not null)
        && HtmlPreference.Asks(context.Request.Headers.Accept);

    /// <summary>Answers with a failure's page; the response must not have started.</summary>
    public static Task WriteAsync(HttpContext context, AppException error)
    {
        ErrorWriter.SetHeaders(context, error);
        context.Response.Headers.Append(HeaderNames.Vary, HeaderNames.Accept);
        return Of(context, error.Code, error.StatusCode).ExecuteAsync(context);
    }

    private static PageResult<ErrorView, ErrorModel> Of(HttpContext context, string? code, int status) =>
        new(new ErrorModel(ErrorText.Of(code), RequestContext.Of(context).Id), status);
}
