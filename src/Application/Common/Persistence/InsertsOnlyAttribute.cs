namespace CleanApi.Application.Common.Persistence;

/// <summary>
/// A command whose handler only adds aggregates: it neither changes rows nor runs statements of its own, and so needs no explicit transaction.
/// </summary>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class InsertsOnlyAttribute : Attribute;
