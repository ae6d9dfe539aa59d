namespace CleanApi.WebApi.Common;

/// <summary>One resource.</summary>
/// <typeparam name="TResource">The resource.</typeparam>
/// <param name="Data">The resource.</param>
/// <param name="Meta">About this answer.</param>
public sealed record Document<TResource>(TResource Data, Meta Meta)
    where TResource : notnull;
