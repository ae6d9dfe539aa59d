using CleanApi.Application.Common.Requests;

namespace CleanApi.Application.Common.Security;

/// <summary>A test-mode key acts on nothing live: it reads, and changes nothing, because there is no test data apart from the live data.</summary>
public static class TestModeRule
{
    /// <summary>The message for every command.</summary>
    public const string Denied = "A test key cannot change anything: use a live key";

    internal static bool Allows<TRequest>(Caller caller) => caller is not ApiKeyCaller { Mode: Domain.Access.ApiKeyMode.Test } || RequestKind<TRequest>.IsQuery;
}
