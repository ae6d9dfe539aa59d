namespace CleanApi.WebApi.Common;

/// <summary>Some of the resources of a list.</summary>
/// <typeparam name="TResource">The resource.</typeparam>
/// <param name="Data">In the order asked for.</param>
/// <param name="Meta">About this page.</param>
/// <param name="Links">To this page and its neighbours.</param>
public sealed record PageDocument<TResource>(IReadOnlyList<TResource> Data, PageMeta Meta, PageLinks Links);
