using CleanApi.Application.Common.Idempotency;
using CleanApi.Application.Common.Security;
using CleanApi.Application.Users;
using CleanApi.WebApi.Binding;
using CleanApi.WebApi.Security;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ApiExplorer;
using Microsoft.AspNetCore.Mvc.Controllers;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.RateLimiting;

namespace CleanApi.WebApi.OpenApi;

/// <summary>What follows from an operation's metadata.</summary>
internal sealed class OperationMetadata
{
    public OperationMetadata(ApiDescription operation, string operationId, ConditionalRequests conditions)
    {
        var action = operation.ActionDescriptor as ControllerActionDescriptor;
        Metadata = operation.ActionDescriptor.EndpointMetadata;
        Request = action is null ? null : OperationRequests.Of(action, operationId);
        Access = Request is null ? null : RequestAccess.Of(Request);
        RecentAuthentication = Request is null ? null : RequiresRecentAuthenticationAttribute.Of(Request);
        IsAction = action is not null;
        IsAnonymous = Metadata.OfType<IAllowAnonymous>().Any();
        HasOptionalCaller = Metadata.OfType<RecognizesCallerAttribute>().Any();
        IsSafe = HttpMethods.IsGet(operation.HttpMethod!);
        Parameters = [.. action?.MethodInfo.GetParameters() ?? []];
        TakesFile = Metadata.OfType<ReadsFileAttribute>().Any();
        FileTypes = Metadata.OfType<ReturnsFileAttribute>().SingleOrDefault()?.ContentTypes;
        HasBody = TakesFile || operation.ParameterDescriptions.Any(parameter => parameter.Source == BindingSource.Body);
        HasRouteValues = operation.RelativePath!.Contains('{', StringComparison.Ordinal);
        IsConditional = action is not null && conditions.IsConditional(action);
        HasInput = TakesFile || Parameters.Any(parameter => parameter.ParameterType != typeof(CancellationToken));
        TakesAnyQuery = Metadata.OfType<AcceptsAnyQueryAttribute>().Any();
        CanEmbed = Request?.GetProperty(nameof(GetMe.Include)) is not null;
        RatePolicy = Metadata.OfType<DisableRateLimitingAttribute>().Any() ? null : Metadata.OfType<EnableRateLimitingAttribute>().LastOrDefault()?.PolicyName;
        IsRedirect = Metadata.OfType<RedirectsAttribute>().Any();
        Results = [.. operation.SupportedResponseTypes.Where(response => response.StatusCode is >= 200 and < 400).OrderBy(response => response.StatusCode)];
        Result = Results.Count == 0 ? null : Results[^1];
        TakesIdempotencyKey = operation.HttpMethod is "POST" or "PATCH" && Request is not null && NotReplayedAttribute.AllowsReplay(Request);
        MediaType = Metadata.OfType<ProducesAttribute>().FirstOrDefault()?.ContentTypes[0] ?? "application/json";
        // What is queued goes on by itself: there is no version to come back with.
        HasEntityTag = FileTypes is not null
            || (Result?.StatusCode != StatusCodes.Status202Accepted && ConditionalRequests.HasVersion(operation.RelativePath, Result?.Type));
    }

    public IList<object> Metadata { get; }

    /// <summary>The request behind the operation; null when it sends none.</summary>
    public Type? Request { get; }

    /// <summary>Who may send the request behind the operation; null when it sends none.</summary>
    public RequestAccessAttribute? Access { get; }

    /// <summary>Which of its requests need a recent proof of who the person is; null when none does.</summary>
    public RequiresRecentAuthenticationAttribute? RecentAuthentication { get; }

    public bool IsAction { get; }

    public bool IsAnonymous { get; }

    /// <summary>Whether it is also for callers who present a credential.</summary>
    public bool HasOptionalCaller { get; }

    public bool IsSafe { get; }

    public bool HasBody { get; }

    /// <summary>Whether its body is a file.</summary>
    public bool TakesFile { get; }

    /// <summary>The media types of the file that it answers with; null where it answers otherwise.</summary>
    public IReadOnlyList<string>? FileTypes { get; }

    public bool HasRouteValues { get; }

    /// <summary>Whether its answer sends the browser elsewhere.</summary>
    public bool IsRedirect { get; }

    /// <summary>Whether it is a write that takes If-Match.</summary>
    public bool IsConditional { get; }

    /// <summary>Whether it takes Idempotency-Key.</summary>
    public bool TakesIdempotencyKey { get; }

    /// <summary>Whether it takes anything whose form can be wrong.</summary>
    public bool HasInput { get; }

    /// <summary>Whether it ignores query parameters that it does not have, because others choose them.</summary>
    public bool TakesAnyQuery { get; }

    /// <summary>Whether it takes <c>?include=</c>.</summary>
    public bool CanEmbed { get; }

    /// <summary>The policy that limits requests of it; null when none does.</summary>
    public string? RatePolicy { get; }

    /// <summary>Whether its answer is a version of a resource.</summary>
    public bool HasEntityTag { get; }

    /// <summary>The media type of its answers when all goes well.</summary>
    public string MediaType { get; }

    public IReadOnlyList<System.Reflection.ParameterInfo> Parameters { get; }

    /// <summary>The answers when all goes well: several statuses with the same body.</summary>
    public IReadOnlyList<ApiResponseType> Results { get; }

    /// <summary>The last of them.</summary>
    public ApiResponseType? Result { get; }
}
