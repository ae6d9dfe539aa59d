using System.Collections.Frozen;
using CleanApi.Application.Common.Security;

namespace CleanApi.WebApi.OpenApi;

/// <summary>An operation is named after the request that it sends: <c>createUser</c> sends CreateUser. So who may call it is known without being said twice.</summary>
internal static class OperationRequests
{
    private static readonly FrozenDictionary<string, Type> ByName =
        RequestAccess.RequestTypes(typeof(RequestAccess).Assembly).ToFrozenDictionary(type => type.Name, StringComparer.OrdinalIgnoreCase);

    /// <summary>The request of an operation; null when it sends none.</summary>
    public static Type? Find(string operationId) => ByName.GetValueOrDefault(operationId);
}
