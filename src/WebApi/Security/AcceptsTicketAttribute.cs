namespace CleanApi.WebApi.Security;

/// <summary>An endpoint that browsers connect to with <c>?ticket=</c>, because their scripts can send no header.</summary>
[AttributeUsage(AttributeTargets.Class)]
internal sealed class AcceptsTicketAttribute : Attribute;
