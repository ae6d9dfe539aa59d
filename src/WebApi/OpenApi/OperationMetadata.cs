using CleanApi.Application.Common.Security;
using CleanApi.WebApi.Binding;
using CleanApi.WebApi.Common;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.ApiExplorer;
using Microsoft.AspNetCore.Mvc.Controllers;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace CleanApi.WebApi.OpenApi;

/// <summary>What follows from an operation's metadata.</summary>
internal sealed class OperationMetadata
{
    public OperationMetadata(ApiDescription operation, string operationId)
    {
        var action = operation.ActionDescriptor as ControllerActionDescriptor;
        Metadata = operation.ActionDescriptor.EndpointMetadata;
        Request = action is null ? null : OperationRequests.Of(action, operationId);
        Access = Request is null ? null : RequestAccess.Of(Request);
        IsAllowedBeforeMfaEnrollment = Request is null || MfaEnrollmentRule.Allows(Request);
        RequiresRecentAuthentication = Request is not null && RequiresRecentAuthenticationAttribute.IsOn(Request);
        IsAction = action is not null;
        IsAnonymous = Metadata.OfType<IAllowAnonymous>().Any();
        IsSafe = HttpMethods.IsGet(operation.HttpMethod!) || HttpMethods.IsHead(operation.HttpMethod!);
        Parameters = [.. action?.MethodInfo.GetParameters() ?? []];
        HasBody = operation.ParameterDescriptions.Any(parameter => parameter.Source == BindingSource.Body);
        HasRouteValues = operation.RelativePath!.Contains('{', StringComparison.Ordinal);
        IsConditional = action is not null && ConditionalRequests.IsConditional(action);
        HasInput = Parameters.Any(parameter => parameter.ParameterType != typeof(CancellationToken));
        CanEmbed = Parameters.Any(parameter => parameter.Name == "include");
        IsRedirect = Metadata.OfType<RedirectsAttribute>().Any();
        Results = [.. operation.SupportedResponseTypes.Where(response => response.StatusCode is >= 200 and < 400).OrderBy(response => response.StatusCode)];
        Result = Results.Count == 0 ? null : Results[^1];
        HasEntityTag = Result?.Type is { IsGenericType: true } type && type.GetGenericTypeDefinition() == typeof(Document<>)
            && type.GenericTypeArguments[0].IsAssignableTo(typeof(IResource))
            && operation.RelativePath.StartsWith("api/v", StringComparison.Ordinal);
    }

    public IList<object> Metadata { get; }

    /// <summary>The request behind the operation; null when it sends none.</summary>
    public Type? Request { get; }

    /// <summary>Who may send the request behind the operation; null when it sends none.</summary>
    public RequestAccessAttribute? Access { get; }

    /// <summary>Whether it is also for callers who have yet to set up a second factor that they need.</summary>
    public bool IsAllowedBeforeMfaEnrollment { get; }

    /// <summary>Whether it needs a recent proof of who the person is.</summary>
    public bool RequiresRecentAuthentication { get; }

    public bool IsAction { get; }

    public bool IsAnonymous { get; }

    public bool IsSafe { get; }

    public bool HasBody { get; }

    public bool HasRouteValues { get; }

    /// <summary>Whether its answer sends the browser elsewhere.</summary>
    public bool IsRedirect { get; }

    /// <summary>Whether it takes If-Match.</summary>
    public bool IsConditional { get; }

    /// <summary>Whether it takes anything whose form can be wrong.</summary>
    public bool HasInput { get; }

    /// <summary>Whether it takes <c>?include=</c>.</summary>
    public bool CanEmbed { get; }

    /// <summary>Whether its answer is a version of a resource.</summary>
    public bool HasEntityTag { get; }

    public IReadOnlyList<System.Reflection.ParameterInfo> Parameters { get; }

    /// <summary>The answers when all goes well: several statuses with the same body.</summary>
    public IReadOnlyList<ApiResponseType> Results { get; }

    /// <summary>The last of them.</summary>
    public ApiResponseType? Result { get; }
}
