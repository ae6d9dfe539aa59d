namespace CleanApi.Application.Common.Security;

/// <summary>Whether the pipeline asks for a recent proof of who the caller is.</summary>
internal static class RecentAuthenticationRule
{
    /// <summary>Whether it does for every request of a type, from this caller. An API key has nobody to ask.</summary>
    public static bool AppliesTo<TRequest>(Caller? caller) => For<TRequest>.IsRequired && caller is not ApiKeyCaller;

    private static class For<TRequest>
    {
        public static readonly bool IsRequired = RequiresRecentAuthenticationAttribute.Of(typeof(TRequest)) is { When: null };
    }
}
