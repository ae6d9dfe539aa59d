using System.Collections.Frozen;
using CleanApi.Application.Common.Security;
using MediatR;
using Microsoft.AspNetCore.Mvc.Controllers;

namespace CleanApi.WebApi.OpenApi;

/// <summary>
/// The request that an operation sends: one that it takes as body or query, else the one that it is named after (<c>getUser</c> sends GetUser). So who may
/// call it is known without being said twice. Where neither holds, <see cref="SendsAttribute"/> names it.
/// </summary>
internal static class OperationRequests
{
    private static readonly FrozenDictionary<string, Type> ByName =
        RequestAccess.RequestTypes(typeof(RequestAccess).Assembly).ToFrozenDictionary(type => type.Name, StringComparer.OrdinalIgnoreCase);

    /// <summary>The request of an action.</summary>
    /// <exception cref="InvalidOperationException">There is none.</exception>
    public static Type Of(ControllerActionDescriptor action, string operationId) =>
        action.MethodInfo.GetParameters().Select(parameter => parameter.ParameterType).FirstOrDefault(type => type.IsAssignableTo(typeof(IBaseRequest)))
            ?? action.EndpointMetadata.OfType<SendsAttribute>().FirstOrDefault()?.Request
            ?? ByName.GetValueOrDefault(operationId)
            ?? throw new InvalidOperationException($"The operation {operationId} takes no request and is named after none; call it like the request that it sends, or give it [Sends].");
}
