namespace CleanApi.Application.Common.Requests;

/// <summary>Whether a request type is a query or a command, cached.</summary>
/// <typeparam name="TRequest">The request.</typeparam>
internal static class RequestKind<TRequest>
{
    /// <summary>Whether it changes nothing.</summary>
    public static readonly bool IsQuery =
        Array.Exists(typeof(TRequest).GetInterfaces(), type => type.IsGenericType && type.GetGenericTypeDefinition() == typeof(IQuery<>));
}
