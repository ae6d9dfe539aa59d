namespace CleanApi.Application.Common.Persistence;

/// <summary>
/// A command whose handler adds aggregates and does nothing else to the database: neither changes what is there nor runs statements of its own. It needs
/// no explicit transaction.
/// </summary>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class InsertsOnlyAttribute : Attribute;
