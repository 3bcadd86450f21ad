print("event=end")
