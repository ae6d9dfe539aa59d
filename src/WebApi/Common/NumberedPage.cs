namespace CleanApi.WebApi.Common;

/// <summary>Some of the resources of a list, read by page number.</summary>
/// <typeparam name="TResource">The resource.</typeparam>
/// <param name="Data">In the order asked for.</param>
/// <param name="Meta">About this page.</param>
/// <param name="Links">To this page and its neighbours.</param>
public sealed record NumberedPage<TResource>(IReadOnlyList<TResource> Data, NumberedMeta Meta, NumberedLinks Links);
